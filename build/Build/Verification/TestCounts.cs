using System.Globalization;
using System.Xml.Linq;
using Hubforge.Primitives;

namespace Hubforge.Build.Verification;

/// <summary>How many tests passed, failed and were skipped.</summary>
internal sealed record TestCounts(int Passed, int Failed, int Skipped)
{
    public static TestCounts None { get; } = new(0, 0, 0);

    public static TestCounts operator +(TestCounts left, TestCounts right) =>
        new(left.Passed + right.Passed, left.Failed + right.Failed, left.Skipped + right.Skipped);

    /// <summary>Reads the counters of a <c>.trx</c> file, the results format of <c>dotnet test --logger trx</c>.</summary>
    /// <remarks>What ran and did not pass counts as failed, whatever the runner calls it (timeout, aborted, error).</remarks>
    public static TestCounts FromTrx(AbsolutePath file)
    {
        var counters = XDocument
            .Load(file)
            .Descendants()
            .Single(element => element.Name.LocalName == "Counters");
        var total = Count(counters, "total");
        var executed = Count(counters, "executed");
        var passed = Count(counters, "passed");
        return new TestCounts(passed, executed - passed, total - executed);
    }

    /// <summary>Returns <c>N passed, N failed</c>, and <c>, N skipped</c> where there are any.</summary>
    public override string ToString()
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{Passed} passed, {Failed} failed");
        return Skipped == 0
            ? text
            : text + string.Create(CultureInfo.InvariantCulture, $", {Skipped} skipped");
    }

    private static int Count(XElement counters, string name) =>
        int.Parse(counters.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
