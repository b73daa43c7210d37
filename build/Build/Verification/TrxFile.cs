using System.Globalization;
using System.Xml.Linq;
using Hubforge.Primitives;

namespace Hubforge.Build.Verification;

/// <summary>A <c>.trx</c> file, the results format of <c>dotnet test --logger trx</c>.</summary>
internal sealed record TrxFile(TestCounts Counts, IReadOnlyList<FailedTest> Failures)
{
    /// <summary>What a run has that wrote no results.</summary>
    public static TrxFile Empty { get; } = new(TestCounts.None, []);

    /// <remarks>What ran and did not pass counts as failed, whatever the runner calls it (timeout, aborted, error).</remarks>
    public static TrxFile Read(AbsolutePath file)
    {
        var results = XDocument.Load(file);
        return new TrxFile(
            ReadCounts(Named(results, "Counters").Single()),
            [.. Named(results, "UnitTestResult").Where(HasFailed).Select(ReadFailure)]
        );
    }

    private static TestCounts ReadCounts(XElement counters)
    {
        var total = Count(counters, "total");
        var executed = Count(counters, "executed");
        var passed = Count(counters, "passed");
        return new TestCounts(passed, executed - passed, total - executed);
    }

    private static FailedTest ReadFailure(XElement result) =>
        new(
            result.Attribute("testName")?.Value ?? "(a test without a name)",
            Named(result, "Message").FirstOrDefault()?.Value ?? ""
        );

    private static bool HasFailed(XElement result) =>
        result.Attribute("outcome")?.Value is not ("Passed" or "NotExecuted");

    private static IEnumerable<XElement> Named(XContainer container, string name) =>
        container.Descendants().Where(element => element.Name.LocalName == name);

    private static int Count(XElement counters, string name) =>
        int.Parse(counters.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
