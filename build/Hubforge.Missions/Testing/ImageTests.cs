using System.Collections.Immutable;
using System.Globalization;
using Hubforge.Containers.Images;
using Hubforge.Containers.Running;
using Hubforge.Missions.Images;
using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.Missions.Testing;

/// <summary>Runs the tests that an image brings along, in a container of it, as the image's own user.</summary>
/// <param name="containers">Runs the container.</param>
/// <param name="results">Keeps what came out.</param>
/// <param name="time">Tells when.</param>
public sealed class ImageTests(ContainerRunner containers, TestResults results, TimeProvider time)
{
    private const string Program = "/opt/environments/test";
    private const string Report = "/tmp/hubforge-report.jsonl";

    // Browsers and multiprocessing in notebooks need more than the engine's 64 MiB.
    private const long SharedMemory = 1L << 30;

    /// <summary>Tests the image and records the result against its id.</summary>
    /// <exception cref="TestsFailedException">At least one test failed; all are named.</exception>
    public async Task<TestReport> RunAsync(
        TestOrder order,
        Image image,
        IReporter reporter,
        CancellationToken cancellationToken
    )
    {
        var mission = order.Image.Mission;
        foreach (var name in order.Only)
        {
            mission.GetEnvironment(name);
        }

        // From here on a killed run leaves no old result that could be taken for this one's.
        results.Forget(mission.Name);
        var scratch = AbsolutePath.Parse(
            Directory.CreateTempSubdirectory("hubforge-test-").FullName
        );
        try
        {
            var started = time.GetUtcNow();
            var lines = scratch / "report.jsonl";
            var result = await containers.RunAsync(
                new ContainerRun(Container(order, image))
                {
                    Outputs = [new ContainerCopy(lines, Report)],
                },
                line => Show(line, reporter),
                cancellationToken
            );
            var report = Conclude(order, image, result, TestLines.Read(lines)) with
            {
                Started = started,
            };
            await results.WriteAsync(report, cancellationToken);
            Announce(order, report, reporter);
            return report.Failures().Any() || result.ExitCode != 0
                ? throw new TestsFailedException(report, results.FileOf(mission.Name))
                : report;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static ContainerSpec Container(TestOrder order, Image image) =>
        new(image.Id)
        {
            Entrypoint = [Program],
            Command = [.. order.Only.Select(name => (Argument)name)],
            Environment = Variables(order),
            Labels = ImmutableSortedDictionary<string, string>
                .Empty.Add(ImageLabels.Kind, "test")
                .Add(ImageLabels.Mission, order.Image.Mission.Name),
            Init = true,
            SharedMemory = SharedMemory,
            Network = order.Image.Options.Network,
            Hosts = order.Image.Options.Hosts,
        };

    private static ImmutableSortedDictionary<string, Argument> Variables(TestOrder order)
    {
        var settings = order.Image.Mission.Settings.Test;
        var timeout = order.Timeout ?? settings.Timeout;
        var variables = ImmutableSortedDictionary<string, Argument>
            .Empty.Add("HUBFORGE_REPORT", Report)
            .Add("PYTHONUNBUFFERED", "1")
            .Add("TEST_SETS", string.Join(' ', order.Sets))
            .Add(
                "TEST_TIMEOUT",
                ((long)timeout.TotalSeconds).ToString(CultureInfo.InvariantCulture)
            );
        return (order.Jobs ?? settings.Jobs) is { } jobs
            ? variables.Add("TEST_JOBS", jobs.ToString(CultureInfo.InvariantCulture))
            : variables;
    }

    private static void Show(OutputLine line, IReporter reporter)
    {
        reporter.Write(Severity.Debug, line.Text);
        if (!string.IsNullOrWhiteSpace(line.Text))
        {
            reporter.Progress("tests", line.Text.Trim(), null);
        }
    }

    private static TestReport Conclude(
        TestOrder order,
        Image image,
        ContainerResult result,
        ImmutableArray<TestCaseResult> tests
    )
    {
        if (result.ExitCode != 0 && tests.All(test => test.Outcome != TestOutcome.Failed))
        {
            tests = tests.Add(
                new TestCaseResult("", "script", Program)
                {
                    Outcome = TestOutcome.Failed,
                    Message = result.OutOfMemory
                        ? "killed: memory was used up"
                        : $"ended with exit code {result.ExitCode} and named no failed test",
                }
            );
        }

        var failed = result.ExitCode != 0 || tests.Any(test => test.Outcome == TestOutcome.Failed);
        return new TestReport
        {
            Mission = order.Image.Mission.Name,
            ImageId = image.Id,
            Passed = !failed && order.Only.IsEmpty,
            Only = order.Only,
            Started = default,
            Seconds = Math.Round(result.Duration.TotalSeconds, 3),
            ExitCode = result.ExitCode,
            Tests = tests,
        };
    }

    private static void Announce(TestOrder order, TestReport report, IReporter reporter)
    {
        foreach (var test in report.Tests.Where(test => test.Outcome == TestOutcome.Warning))
        {
            reporter.Write(Severity.Warning, $"{test.Environment}: {test.Name}: {test.Message}");
        }

        var tested = report.Tests.Select(test => test.Environment).ToHashSet();
        foreach (
            var environment in order.Image.Mission.Environments.Where(environment =>
                !tested.Contains(environment.Name)
                && (order.Only.IsEmpty || order.Only.Contains(environment.Name))
            )
        )
        {
            reporter.Write(Severity.Warning, $"{environment.Name}: no test ran.");
        }

        reporter.Write(Severity.Information, $"Tests: {report.Summary()}.");
    }
}
