using System.Text.RegularExpressions;
using Hubforge.Primitives;
using Hubforge.Tools.Solving;

namespace Hubforge.Missions.Testing;

/// <summary>Tests of an image failed; the message names every one.</summary>
public sealed partial class TestsFailedException(TestReport report, AbsolutePath file)
    : HubforgeException(
        new FailureText(
            $"The image of mission '{report.Mission}' failed its tests: {report.Summary()}."
        )
            .With("failed", string.Join('\n', report.Failures().Select(Describe)))
            .With("image", report.ImageId)
            .With("report", file.ToString())
            .Try(Advice(report))
    )
{
    private const int MessageLength = 300;

    /// <summary>All tests.</summary>
    public TestReport Report { get; } = report;

    private static string Advice(TestReport report) =>
        report
            .Failures()
            .Select(test => FindNumpyAbi(test)?.Advise(test.Environment))
            .FirstOrDefault(advice => advice is not null)
        ?? $"./build.sh Test --mission {report.Mission} --verbosity Verbose shows the output of each test";

    // No solver can know it: that a package was compiled for another numpy shows only here.
    private static SolveFailure? FindNumpyAbi(TestCaseResult test)
    {
        var failure = NumpyAbi.Find(test.Message);
        return failure is { Packages.IsEmpty: true } && test.Phase == "imports"
            ? failure with
            {
                Packages = [test.Name.Split('.')[0]],
            }
            : failure;
    }

    private static string Describe(TestCaseResult test)
    {
        var reason = Escapes().Replace(test.Message, "").Trim();
        var last = reason.Split('\n')[^1].Trim();
        var shown = last.Length > MessageLength ? last[..MessageLength] + "..." : last;
        var place = test.Environment.Length == 0 ? test.Phase : $"{test.Environment} {test.Phase}";
        return shown.Length == 0 ? $"{place}: {test.Name}" : $"{place}: {test.Name}: {shown}";
    }

    // Notebooks colour their tracebacks.
    [GeneratedRegex(@"\x1b\[[0-9;]*[A-Za-z]|[\x00-\x08\x0b-\x1f]")]
    private static partial Regex Escapes();
}
