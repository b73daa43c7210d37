using Hubforge.Automation.Cli;
using Hubforge.Automation.Execution;
using Hubforge.Automation.Planning;
using Hubforge.Automation.Reporting;

namespace Hubforge.Automation.Settled;

/// <summary>
/// Goes through a run that has just ended as if it were called again, in a new instance of the build, without running anything. When nothing
/// would be left to do, that is recorded together with what it was seen from.
/// </summary>
internal sealed class Rehearsal(HubforgeBuild build, BuildSession session, Engine engine, Plan plan)
{
    /// <summary>Returns the record of the call; null when it would not be settled.</summary>
    /// <param name="command">The number of the call.</param>
    /// <param name="surroundings">What is seen of the process.</param>
    /// <param name="cancellationToken">Passed to the checks of the targets.</param>
    public async Task<SettledRun?> TryAsync(
        ulong command,
        Surroundings surroundings,
        CancellationToken cancellationToken
    )
    {
        if (
            build is not IShowEvidence witness
            || await PreviewAsync(cancellationToken) is null
            || await witness.ShowEvidenceAsync(cancellationToken) is not { } shown
            || WithOwn(shown) is not { } evidence
            || SettledRun.FindState(evidence) is not { } state
            // Once more: what the state was taken of is what is judged here.
            || await PreviewAsync(cancellationToken) is not { } planned
        )
        {
            return null;
        }

        var record = Record(planned);
        using var output = new StringWriter { NewLine = "\n" };
        var report = new RunReport(session, surroundings with { Output = output });
        report.PrintTitle();
        report.PrintOutcome(record, build.ClosingLine);
        return new SettledRun
        {
            Command = command,
            State = state,
            Evidence = evidence,
            Output = output.ToString(),
            Json = RunJson.Of(record),
        };
    }

    // What the engine itself reads of a project.
    private Evidence WithOwn(Evidence evidence) =>
        evidence with
        {
            Paths =
            [
                .. evidence.Paths,
                session.Root / "setup-env",
                session.Root / ".nuke" / "parameters.json",
                .. session.Profiles.Select(profile =>
                    session.Root / ".nuke" / $"parameters.{profile}.json"
                ),
            ],
        };

    private async Task<IReadOnlyList<PlannedNode>?> PreviewAsync(
        CancellationToken cancellationToken
    )
    {
        var planned = await engine.PreviewAsync(plan, cancellationToken);
        return planned.All(node =>
            node.Verdict.Kind is VerdictKind.UpToDate or VerdictKind.Skip or VerdictKind.Collective
        )
            ? planned
            : null;
    }

    private RunRecord Record(IReadOnlyList<PlannedNode> planned) =>
        new()
        {
            Started = SettledText.Started,
            Duration = SettledText.Duration,
            ExitCode = ExitCodes.Done,
            Invoked = [.. plan.Invoked.Select(target => target.Name)],
            Nodes = [.. planned.Where(node => !node.Node.IsJoin).Select(Record)],
        };

    private static NodeRecord Record(PlannedNode planned) =>
        new(planned.Node.Name, StatusOf(planned.Verdict.Kind))
        {
            Target = planned.Node.Target.Name,
            Item = planned.Node.ItemName,
            Reason = planned.Verdict.Text,
            Fingerprint = planned.Fingerprint?.Value,
        };

    private static NodeStatus StatusOf(VerdictKind kind) =>
        kind switch
        {
            VerdictKind.Skip => NodeStatus.Skipped,
            VerdictKind.Collective => NodeStatus.Collective,
            _ => NodeStatus.UpToDate,
        };
}
