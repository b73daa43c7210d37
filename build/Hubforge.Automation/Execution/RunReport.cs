using Hubforge.Automation.Cli;
using Hubforge.Automation.Planning;
using Hubforge.Automation.Reporting;
using Hubforge.Primitives;

namespace Hubforge.Automation.Execution;

/// <summary>Opens the outputs of a run and, when it is over, tells how it went.</summary>
internal sealed class RunReport
{
    private readonly BuildSession _session;
    private readonly Surroundings _surroundings;
    private readonly Ansi _ansi;
    private readonly DateTimeOffset _started;
    private readonly long _start;

    public RunReport(BuildSession session, Surroundings surroundings)
    {
        _session = session;
        _surroundings = surroundings;
        _ansi = new Ansi(surroundings.HasColors || session.Host.HasColors);
        _started = surroundings.Time.GetLocalNow();
        _start = surroundings.Time.GetTimestamp();
    }

    public RunLog OpenLog()
    {
        PrintTitle();
        foreach (var secret in _session.Secrets.Secrets)
        {
            if (_session.Host.Mask(secret) is { } command)
            {
                _surroundings.Output.WriteLine(command);
            }
        }

        _surroundings.Output.Flush();
        var file = new LogFile(_session.Root / ".nuke" / "temp", _started);
        return new RunLog(_session.Secrets, _surroundings.Time, [OpenOutput(), file]);
    }

    public void PrintTitle()
    {
        if (!_session.Option("NoLogo", false))
        {
            _surroundings.Output.WriteLine(Engine.Title + "\n");
        }
    }

    /// <summary>Returns how each node went; one that was left running by a hard stop is aborted.</summary>
    public IReadOnlyList<NodeRecord> Records(RunState state, Stopping stopping) =>
        [
            .. state
                .Runs.Where(run => !run.Node.IsJoin)
                .Select(run => run.ToRecord().Masked(_session.Secrets))
                .Select(node =>
                    !stopping.Hard.IsCancellationRequested ? node
                    : node.Status == NodeStatus.Running ? node with { Status = NodeStatus.Aborted }
                    : node.Status == NodeStatus.Scheduled ? node with { Status = NodeStatus.NotRun }
                    : node
                ),
        ];

    public RunRecord Record(
        Plan plan,
        IReadOnlyList<NodeRecord> nodes,
        bool isCancelled,
        int? exitCode
    ) =>
        new()
        {
            Started = _started,
            Duration = _surroundings.Time.GetElapsedTime(_start),
            ExitCode =
                isCancelled ? ExitCodes.Cancelled
                : nodes.Any(node => node.Status == NodeStatus.Failed) ? ExitCodes.TargetFailed
                : exitCode ?? ExitCodes.Done,
            Invoked = [.. plan.Invoked.Select(target => target.Name)],
            Nodes = [.. nodes],
        };

    /// <param name="record">How the run went.</param>
    /// <param name="closingLine">What the build itself says last; null when it says nothing.</param>
    public Task FinishAsync(RunRecord record, string? closingLine)
    {
        PrintOutcome(record, closingLine);
        Keep(record);
        return _session.Host.SummariseAsync(record, CancellationToken.None);
    }

    /// <summary>Prints the table and the verdict.</summary>
    public void PrintOutcome(RunRecord record, string? closingLine)
    {
        var outcome = record.ExitCode switch
        {
            ExitCodes.Done => _ansi.Green("Build succeeded."),
            ExitCodes.Cancelled => _ansi.Yellow("Build cancelled."),
            _ => _ansi.Red("Build failed."),
        };
        string[] lines =
        [
            .. new SummaryTable(_ansi).Lines(record),
            outcome,
            .. closingLine is null ? Array.Empty<string>() : [closingLine],
            "",
        ];
        _surroundings.Output.Write(string.Join('\n', lines));
        _surroundings.Output.Flush();
    }

    private void Keep(RunRecord record)
    {
        var artifacts = _session.Root / "artifacts";
        RunJson.Write(record, artifacts / "run.json");
        AtomicFile.WriteText(artifacts / "timeline.html", TimelinePage.Of(record));
        if (!_session.Host.IsServer)
        {
            BuildSchema.Update(
                _session.Model,
                _session.ProgramTime,
                _session.Root / ".nuke" / "build.schema.json"
            );
        }
    }

    private IOutput OpenOutput()
    {
        var painter = new LinePainter(_ansi, _session.Verbosity);
        return _session.Host.HasGroups
                ? new GroupedOutput(_surroundings.Output, painter, _session.Host, _session.Root)
            : _surroundings.HasColors && !_session.Host.IsServer ? OpenLive(painter)
            : new StreamingOutput(_surroundings.Output, painter, _ansi);
    }

    // A method of its own, so that Spectre.Console is only loaded for a terminal.
    private LiveOutput OpenLive(LinePainter painter) =>
        new(_surroundings.Output, painter, _ansi, _surroundings.Time);
}
