using System.Collections.Immutable;
using Hubforge.Automation.Cli;
using Hubforge.Automation.Fingerprints;
using Hubforge.Automation.Planning;
using Hubforge.Automation.Reporting;
using Hubforge.Primitives;

namespace Hubforge.Automation.Execution;

/// <summary>Previews and runs plans.</summary>
internal sealed class Engine
{
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

    private Ansi Ansi => new(_surroundings.HasColors || _session.Host.HasColors);

    public async Task<IReadOnlyList<PlannedNode>> PreviewAsync(
        Plan plan,
        CancellationToken cancellationToken
    )
    {
        var planned = await new PlanPreview(plan, _fingerprinter, _freshness).CreateAsync(
            cancellationToken
        );
        await _digests.SaveAsync(cancellationToken);
        return planned;
    }

    public async Task<int> RunAsync(Plan plan)
    {
        using var exclusive = RunLock.Take(_temporary, _surroundings.ProcessId);
        using var cancellation = new CancellationTokenSource();
        using var hard = new CancellationTokenSource();
        var started = _surroundings.Time.GetLocalNow();
        var start = _surroundings.Time.GetTimestamp();
        using var log = OpenLog(started);
        using var signals = _surroundings.OnCancel?.Invoke(
            () => Cancel(log, cancellation),
            hard.Cancel
        );
        var state = CreateState(plan, log, cancellation.Token, hard.Token);
        _session.CancellationToken = cancellation.Token;
        _session.Reporter = new NodeReporter(log, null);
        _session.Nodes = () =>
            [.. state.Runs.Where(run => !run.Node.IsJoin).Select(run => run.ToRecord())];
        _build.OnBuildInitialized();
        await ScheduleAsync(plan, state, hard.Token);
        _build.OnBuildFinished();
        await _digests.SaveAsync(CancellationToken.None);
        var record = Record(plan, started, start, cancellation.IsCancellationRequested);
        await FinishAsync(record, log);
        return record.ExitCode;
    }

    private static void Cancel(RunLog log, CancellationTokenSource cancellation)
    {
        log.Write(
            null,
            Severity.Warning,
            "Cancelling: programs are told to end. Ctrl+C again ends them hard."
        );
        cancellation.Cancel();
    }

    private async Task ScheduleAsync(Plan plan, RunState state, CancellationToken hard)
    {
        var runner = new NodeRunner(state);
        var jobs = _session.Bound.GetValueOrDefault("Jobs") as int? ?? _surroundings.ProcessorCount;
        var schedule = Scheduler.RunAsync(plan.Nodes, jobs, runner.RunAsync);
        // After a second Ctrl+C nothing is waited for.
        await Task.WhenAny(schedule, Task.Delay(Timeout.Infinite, hard));
        if (!hard.IsCancellationRequested)
        {
            await schedule;
        }
    }

    private RunState CreateState(
        Plan plan,
        RunLog log,
        CancellationToken cancellation,
        CancellationToken hard
    ) =>
        new(plan, node => new NodeRun(node, new NodeReporter(log, node.Name)))
        {
            Fingerprinter = _fingerprinter,
            Freshness = _freshness,
            Journal = _journal,
            Time = _surroundings.Time,
            Cancellation = cancellation,
            HardCancellation = hard,
            Force = _session.Bound.GetValueOrDefault("Force") is true,
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

        log.NodeEnded(Masked(run.ToRecord()));
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

    private NodeRecord Masked(NodeRecord node) =>
        node with
        {
            Reason = _session.Secrets.Apply(node.Reason),
            Failure = node.Failure is { } failure ? _session.Secrets.Apply(failure) : null,
            Summary =
            [
                .. node.Summary.Select(pair =>
                    KeyValuePair.Create(pair.Key, _session.Secrets.Apply(pair.Value))
                ),
            ],
        };

    private RunLog OpenLog(DateTimeOffset started)
    {
        var painter = new LinePainter(Ansi, _session.Verbosity);
        IOutput output = _session.Host.HasGroups
            ? new GroupedOutput(_surroundings.Output, painter, _session.Host, _session.Root)
            : new StreamingOutput(_surroundings.Output, painter, Ansi);
        if (_session.Bound.GetValueOrDefault("NoLogo") is not true)
        {
            _surroundings.Output.WriteLine(Title + "\n");
        }

        foreach (var secret in _session.Secrets.Secrets)
        {
            if (_session.Host.Mask(secret) is { } command)
            {
                _surroundings.Output.WriteLine(command);
            }
        }

        return new RunLog(
            _session.Secrets,
            _surroundings.Time,
            [output, new LogFile(_temporary, started)]
        );
    }

    private RunRecord Record(Plan plan, DateTimeOffset started, long start, bool cancelled)
    {
        var nodes = _session.Nodes().Select(Masked).ToImmutableArray();
        var failed = nodes.Any(node => node.Status == NodeStatus.Failed);
        return new RunRecord
        {
            Started = started,
            Duration = _surroundings.Time.GetElapsedTime(start),
            ExitCode =
                cancelled ? ExitCodes.Cancelled
                : failed ? ExitCodes.TargetFailed
                : _build.ExitCode ?? ExitCodes.Done,
            Invoked = [.. plan.Invoked.Select(target => target.Name)],
            Nodes = nodes,
        };
    }

    private async Task FinishAsync(RunRecord record, RunLog log)
    {
        var outcome = record.ExitCode switch
        {
            ExitCodes.Done => Ansi.Green("Build succeeded."),
            ExitCodes.Cancelled => Ansi.Yellow("Build cancelled."),
            _ => Ansi.Red("Build failed."),
        };
        var summary = string.Join('\n', [.. new SummaryTable(Ansi).Lines(record), outcome, ""]);
        await _surroundings.Output.WriteAsync(summary);
        await _surroundings.Output.FlushAsync();
        log.Write(null, Severity.Trace, $"exit code {record.ExitCode}");
        await RunJson.WriteAsync(record, _session.Root / "artifacts" / "run.json");
        await _session.Host.SummariseAsync(record, CancellationToken.None);
    }
}
