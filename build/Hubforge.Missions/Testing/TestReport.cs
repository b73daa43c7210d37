using System.Collections.Immutable;

namespace Hubforge.Missions.Testing;

/// <summary>What testing an image showed; the content of <c>test-report.json</c>.</summary>
public sealed record TestReport
{
    /// <summary>The mission.</summary>
    public required string Mission { get; init; }

    /// <summary>The id of the very image that was tested.</summary>
    public required string ImageId { get; init; }

    /// <summary>Whether all of its tests ran, and none failed.</summary>
    public required bool Passed { get; init; }

    /// <summary>The environments that were chosen; empty when all ran.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>When the tests began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How long they took.</summary>
    public required double Seconds { get; init; }

    /// <summary>Exit code of the image's test program.</summary>
    public required int ExitCode { get; init; }

    /// <summary>Every test in the order in which it ended.</summary>
    public required ImmutableArray<TestCaseResult> Tests { get; init; }

    /// <summary>Returns the tests that failed.</summary>
    public IEnumerable<TestCaseResult> Failures() =>
        Tests.Where(test => test.Outcome == TestOutcome.Failed);

    /// <summary>Returns the counts in one line.</summary>
    public string Summary()
    {
        var counts = Tests.CountBy(test => test.Outcome).ToDictionary();
        return string.Join(
            ", ",
            Enum.GetValues<TestOutcome>()
                .Where(outcome => outcome <= TestOutcome.Failed || counts.ContainsKey(outcome))
                .Select(outcome => $"{counts.GetValueOrDefault(outcome)} {Word(outcome)}")
        );
    }

    private static string Word(TestOutcome outcome) =>
        outcome switch
        {
            TestOutcome.Passed => "passed",
            TestOutcome.Failed => "failed",
            TestOutcome.Skipped => "skipped",
            _ => "with a warning",
        };
}
