using Hubforge.Automation.Execution;
using Hubforge.Automation.Fingerprints;

namespace Hubforge.Automation.Planning;

/// <summary>Says of each node what it would do, without running anything.</summary>
internal sealed class PlanPreview(Plan plan, Fingerprinter fingerprinter, Freshness freshness)
{
    private readonly Verdict[] _verdicts = new Verdict[plan.Nodes.Count];
    private readonly bool[] _runs = new bool[plan.Nodes.Count];

    // Null where outputs of a node that may run decide.
    private readonly string?[] _contributions = new string?[plan.Nodes.Count];
    private readonly Dictionary<string, TargetNode> _byName = plan.Nodes.ToDictionary(node =>
        node.Name
    );

    public async Task<IReadOnlyList<PlannedNode>> CreateAsync(CancellationToken cancellationToken)
    {
        var planned = new List<PlannedNode>();
        foreach (var node in plan.Nodes)
        {
            var (verdict, facts) = await JudgeAsync(node, cancellationToken);
            _verdicts[node.Index] = verdict;
            _runs[node.Index] =
                verdict.Kind is VerdictKind.Run or VerdictKind.Depends
                || (
                    verdict.Kind == VerdictKind.Collective
                    && node.Dependencies.Exists(need => _runs[need.Index])
                );
            _contributions[node.Index] = ContributionOf(node, verdict, facts);
            planned.Add(new PlannedNode(node, verdict) { Fingerprint = facts?.Fingerprint });
        }

        return planned;
    }

    private static string DynamicNote(TargetNode node) =>
        node.Target.Specification.DynamicConditions.Count == 0
            ? ""
            : $" (only when {string.Join(" && ", node.Target.Specification.DynamicConditions.Select(condition => condition.Text))})";

    private async Task<(Verdict Verdict, NodeFacts? Facts)> JudgeAsync(
        TargetNode node,
        CancellationToken cancellationToken
    )
    {
        var known = node
            .Dependencies.Where(need => _contributions[need.Index] is not null)
            .Select(need => new NamedText(need.Name, _contributions[need.Index]!));
        if (node.SkipReason is { } reason)
        {
            return (new Verdict(VerdictKind.Skip, [reason]), null);
        }

        var facts = await fingerprinter.ReadAsync(node, known, cancellationToken);
        var open = node.Dependencies.FirstOrDefault(need => _contributions[need.Index] is null);
        if (node.IsCollective)
        {
            return (new Verdict(VerdictKind.Collective, []), open is null ? facts : null);
        }

        if (open is null)
        {
            var verdict = await freshness.JudgeAsync(node, facts, Runs, cancellationToken);
            return (WithNote(node, AfterWhatRuns(node, verdict)), facts);
        }

        var changes = freshness.KnownChanges(node, facts, Runs);
        return changes.Count > 0
            ? (WithNote(node, Verdict.Run(changes)), null)
            : (
                new Verdict(VerdictKind.Depends, [$"depends on the outcome of {RootOf(open)}"]),
                null
            );
    }

    // What a check says of the present result holds no longer when something before makes another one.
    private Verdict AfterWhatRuns(TargetNode node, Verdict verdict) =>
        verdict.Kind == VerdictKind.UpToDate
        && node.Target.Specification.Checks.Count > 0
        && node.Dependencies.Find(need =>
            need.Target.Specification.IsIncremental && Runs(need.Name)
        )
            is { } before
            ? new Verdict(VerdictKind.Depends, [$"depends on the outcome of {RootOf(before)}"])
            : verdict;

    private static Verdict WithNote(TargetNode node, Verdict verdict) =>
        DynamicNote(node) is { Length: > 0 } note && verdict.Kind == VerdictKind.Run
            ? verdict with
            {
                Reasons = [.. verdict.Reasons.SkipLast(1), verdict.Reasons[^1] + note],
            }
            : verdict;

    private string? ContributionOf(TargetNode node, Verdict verdict, NodeFacts? facts)
    {
        if (verdict.Kind == VerdictKind.Skip)
        {
            return fingerprinter.ReadOutputs(node) ?? "none";
        }

        var hasOutputs = !node.IsJoin && node.Target.Specification.Outputs.Count > 0;
        return !hasOutputs ? facts?.Fingerprint.Value
            : verdict.Kind == VerdictKind.UpToDate ? fingerprinter.ReadOutputs(node)
            : null;
    }

    private bool Runs(string name) => _byName.TryGetValue(name, out var node) && _runs[node.Index];

    // The node whose outputs are open, behind joins and nodes that only wait themselves.
    private string RootOf(TargetNode node)
    {
        while (
            _verdicts[node.Index].Kind is VerdictKind.Depends or VerdictKind.Collective
            && node.Dependencies.Find(need => _contributions[need.Index] is null) is { } before
        )
        {
            node = before;
        }

        return node.Name;
    }
}
