using System.Globalization;
using Hubforge.Automation.Hosts;
using Hubforge.Containers;
using Hubforge.Containers.Images;
using Hubforge.Missions.Locks;
using Hubforge.Missions.Testing;

namespace Hubforge.Build.Work;

/// <summary>The tables that a run leaves on the page of a CI job.</summary>
internal static class RunTables
{
    private const double Megabyte = 1e6;
    private const double Gigabyte = 1e9;

    /// <summary>Returns the counts by environment and phase, and each test that failed.</summary>
    public static IEnumerable<SummarySection> Of(TestReport report)
    {
        yield return new SummarySection($"Tests of {report.Mission}", Counts(report));
        yield return new SummarySection($"Tests of {report.Mission} that failed", Failed(report));
    }

    /// <summary>Returns the packages that a solve moved.</summary>
    public static SummarySection Of(string mission, LockDiff diff) =>
        new(
            $"Lock of {mission}/{diff.Environment} ({diff.Platform})",
            diff.Changes.Aggregate(
                new MarkdownTable("Package", "From", "To", "Kind"),
                (table, change) =>
                    table.With(
                        change.Name,
                        change.From ?? "added",
                        change.To ?? "removed",
                        change.Ecosystem.ToString().ToLowerInvariant()
                    )
            )
        );

    /// <summary>Returns the sizes of the images that a mission's image is made of.</summary>
    public static SummarySection Of(
        string mission,
        IEnumerable<(ImageReference Name, Image Image)> images
    ) =>
        new(
            $"Images of {mission}",
            images.Aggregate(
                new MarkdownTable("Image", "Size>", "Layers>"),
                (table, one) =>
                    table.With(
                        one.Name.ToString(),
                        SizeOf(one.Image),
                        Number(one.Image.Layers.DiffIds.Count)
                    )
            )
        );

    /// <summary>Returns the size in the docker client's units, such as <c>1.25 GB</c>.</summary>
    public static string SizeOf(Image image) =>
        image.Size >= Gigabyte
            ? string.Create(CultureInfo.InvariantCulture, $"{image.Size / Gigabyte:0.00} GB")
            : string.Create(CultureInfo.InvariantCulture, $"{image.Size / Megabyte:0} MB");

    private static MarkdownTable Counts(TestReport report) =>
        report
            .Tests.GroupBy(test => (test.Environment, test.Phase))
            .Aggregate(
                new MarkdownTable(
                    "Environment",
                    "Phase",
                    "Passed>",
                    "Failed>",
                    "Skipped>",
                    "Seconds>"
                ),
                (table, tests) =>
                    table.With(
                        tests.Key.Environment,
                        tests.Key.Phase,
                        Number(
                            tests.Count(test =>
                                test.Outcome is TestOutcome.Passed or TestOutcome.Warning
                            )
                        ),
                        Number(tests.Count(test => test.Outcome == TestOutcome.Failed)),
                        Number(tests.Count(test => test.Outcome == TestOutcome.Skipped)),
                        tests
                            .Sum(test => test.Seconds)
                            .ToString("0.0", CultureInfo.InvariantCulture)
                    )
            );

    private static MarkdownTable Failed(TestReport report) =>
        report
            .Failures()
            .Aggregate(
                new MarkdownTable("Environment", "Test", "Why"),
                (table, test) =>
                    table.With(test.Environment, test.Name, test.Message.Trim().Split('\n')[^1])
            );

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
