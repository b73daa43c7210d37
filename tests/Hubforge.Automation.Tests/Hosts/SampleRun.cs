using Hubforge.Primitives;

namespace Hubforge.Automation.Tests.Hosts;

/// <summary>A run in which a mission's tests failed.</summary>
internal static class SampleRun
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    public static RunRecord Failed(AbsolutePath root) =>
        new()
        {
            Started = s_start,
            Duration = TimeSpan.FromSeconds(131),
            ExitCode = 1,
            Invoked = ["Test", "Push"],
            Nodes =
            [
                new NodeRecord("BuildMission[demo]", NodeStatus.Succeeded)
                {
                    Target = "BuildMission",
                    Item = "demo",
                    Started = s_start,
                    Duration = TimeSpan.FromSeconds(125),
                    Reason = "its inputs changed",
                    Summary = [new("size", "1.2 GB")],
                },
                new NodeRecord("Test[demo]", NodeStatus.Failed)
                {
                    Target = "Test",
                    Item = "demo",
                    Started = s_start.AddSeconds(125),
                    Duration = TimeSpan.FromSeconds(3),
                    Failure = "1 of 3 tests failed.",
                    Problems =
                    [
                        new Problem(Severity.Error, "no such package")
                        {
                            File = root / "image/environments/a.pip",
                            Line = 3,
                        },
                        new Problem(Severity.Warning, "no tests"),
                    ],
                },
                new NodeRecord("Push[demo]", NodeStatus.NotRun)
                {
                    Target = "Push",
                    Item = "demo",
                    Reason = "Test[demo] failed",
                },
            ],
        };
}
