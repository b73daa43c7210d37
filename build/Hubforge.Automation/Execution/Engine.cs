using Hubforge.Automation.Binding;
using Hubforge.Automation.Cli;
using Hubforge.Automation.Fingerprints;
using Hubforge.Automation.Planning;
using Hubforge.Automation.Reporting;
using Hubforge.Automation.Settled;
using Hubforge.Primitives;

namespace Hubforge.Automation.Execution;

/// <summary>Previews and runs plans.</summary>
internal sealed class Engine
{
    // Programs that were told to end are killed after five seconds; leaving earlier would leave them behind.
    private static readonly TimeSpan s_killing = TimeSpan.FromSeconds(6);

    private readonly HubforgeBuild _build;
    private readonly BuildSession _session;
    private readonly Surroundings _surroundings;
    private readonly AbsolutePath _temporary;
    private readonly DigestCache _digests;
    private readonly Fingerprinter _fingerprinter;
    private readonly NodeJournal _journal;
    private readonly Freshness _freshness;

    public Engine(HubforgeBuild build, BuildSession session, Surroundings surroundings)
    {
        _build = build;
        _session = session;
        _surroundings = surroundings;
        _temporary = session.Root / ".nuke" / "temp";
        _digests = new DigestCache(_temporary / "digests", surroundings.Time);
        _fingerprinter = new Fingerprinter(session.Root, _digests);
        _journal = new NodeJournal(_temporary / "state");
        _freshness = new Freshness(_fingerprinter, _journal, session.Model);
    }

    /// <summary>Name and version, the first line of the output.</summary>
    public static string Title { get; } =
        $"Hubforge {typeof(Engine).Assembly.GetName().Version?.ToString(3)}";

    public async Task<IReadOnlyList<PlannedNode>> PreviewAsync(
        Plan plan,
        CancellationToken cancellationToken
    )
    {
        var preview = new PlanPreview(plan, _fingerprinter, _freshness);
        var planned = await preview.CreateAsync(cancellationToken);
        _digests.Save();
        return planned;
    }

    /// <summary>Runs the plan and returns the exit code.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="args">The command line, which <c>--continue</c> compares.</param>
    /// <exception cref="TargetFailedException">Another run is under way.</exception>
    public async Task<int> RunAsync(Plan plan, IReadOnlyList<string> args)
    {
        using var exclusive = RunLock.Take(_temporary, _surroundings.ProcessId);
        File.Delete(SettledRun.FileIn(_session.Root));
        AtomicFile.RemoveUnfinished(_session.Root / "artifacts");
        using var soft = new CancellationTokenSource();
        using var hard = new CancellationTokenSource();
        var report = new RunReport(_session, _surroundings);
        RunRecord record;
        using (var log = report.OpenLog())
        {
            using var signals = _surroundings.OnCancel?.Invoke(
                () => Cancel(log, soft),
                hard.Cancel
            );
            var stopping = new Stopping(soft.Token, hard.Token);
            var attempt = new AttemptLog(_temporary / "attempt", args);
            Continue(attempt, log);
            var state = CreateState(plan, log, stopping, attempt);
            _session.CancellationToken = soft.Token;
            _session.Reporter = new NodeReporter(log, null);
            _session.Nodes = () => report.Records(state, stopping);
            Warn();
            _build.OnBuildInitialized();
            await ScheduleAsync(plan, state);
            _build.OnBuildFinished();
            record = report.Record(
                plan,
                _session.Nodes(),
                soft.IsCancellationRequested,
                _build.ExitCode
            );
            attempt.Save(record);
            log.Write(null, Severity.Trace, $"exit code {record.ExitCode}");
        }

        _digests.Save();
        await report.FinishAsync(record, _build.ClosingLine);
        return record.ExitCode;
    }

    private static void Cancel(RunLog log, CancellationTokenSource cancellation)
    {
        log.Write(
            null,
            Severity.Warning,
            "Cancelling: programs are told to end. Ctrl+C again ends the run in seconds, a third time at once."
        );
        cancellation.Cancel();
    }

    private void Warn()
    {
        foreach (
            var problem in StrayVariables
                .Find(_surroundings.Variables(), _session.Model.Parameters)
                .Concat(_session.Warnings)
        )
        {
            _session.Reporter!.Report(problem);
        }
    }

    private void Continue(AttemptLog attempt, RunLog log)
    {
        if (_session.Option("Continue", false) && !attempt.TryContinue())
        {
            log.Write(
                null,
                Severity.Warning,
                "The last run had another command line, so there is nothing to continue."
            );
        }
    }

    private async Task ScheduleAsync(Plan plan, RunState state)
    {
        var runner = new NodeRunner(state);
        var jobs = _session.Option("Jobs", _surroundings.ProcessorCount);
        var schedule = Scheduler.RunAsync(plan.Nodes, jobs, runner.RunAsync);
        await Task.WhenAny(schedule, Task.Delay(Timeout.Infinite, state.Stopping.Hard));
        if (state.Stopping.Hard.IsCancellationRequested)
        {
            await Task.WhenAny(schedule, Task.Delay(s_killing, _surroundings.Time));
        }
        else
        {
            await schedule;
        }
    }

    private RunState CreateState(Plan plan, RunLog log, Stopping stopping, AttemptLog attempt) =>
        new(plan, node => new NodeRun(node, new NodeReporter(log, node.Name)))
        {
            Fingerprinter = _fingerprinter,
            Freshness = _freshness,
            Journal = _journal,
            Time = _surroundings.Time,
            Stopping = stopping,
            Force = _session.Option("Force", false),
            FindAttempt = attempt.Find,
            Started = run =>
            {
                log.NodeStarted(run.ToRecord());
                _build.OnTargetRunning(run.Node.Name);
            },
            Ended = run => Ended(run, log),
        };

    private void Ended(NodeRun run, RunLog log)
    {
        if (run.Node.IsCollective)
        {
            return;
        }

        log.NodeEnded(run.ToRecord().Masked(_session.Secrets));
        switch (run.Status)
        {
            case NodeStatus.Succeeded:
                _build.OnTargetSucceeded(run.Node.Name);
                break;
            case NodeStatus.Skipped or NodeStatus.UpToDate:
                _build.OnTargetSkipped(run.Node.Name);
                break;
            case NodeStatus.Failed:
                _build.OnTargetFailed(run.Node.Name);
                break;
            default:
                break;
        }
    }
}
