using Hubforge.Automation.Fingerprints;
using Hubforge.Automation.Planning;

namespace Hubforge.Automation.Execution;

/// <summary>Decides whether a node has anything to do, from its facts, those of its last success, and its own checks.</summary>
internal sealed class Freshness(Fingerprinter fingerprinter, NodeJournal journal, BuildModel model)
{
    /// <param name="node">A node with actions.</param>
    /// <param name="facts">Its facts of this run.</param>
    /// <param name="runs">Whether a dependency, by name, runs in this plan.</param>
    /// <param name="cancellationToken">Passed to the checks.</param>
    public async Task<Verdict> JudgeAsync(
        TargetNode node,
        NodeFacts facts,
        Func<string, bool> runs,
        CancellationToken cancellationToken
    )
    {
        var specification = node.Target.Specification;
        if (!specification.IsIncremental)
        {
            return Verdict.Run("runs every time");
        }

        if (fingerprinter.FindMissingOutput(node) is { } output)
        {
            return Verdict.Run($"{output} is missing");
        }

        var recorded = journal.Find(node.Name);
        var isRecorded = recorded is not null && recorded.Fingerprint == facts.Fingerprint;
        var changes = recorded is null || isRecorded ? [] : Changes(recorded, facts, runs);
        var final = specification.Checks.Exists(check => check.ComparesFingerprint);
        if (recorded is null && specification.Checks.Count == 0)
        {
            return Verdict.Run("no record of an earlier run");
        }

        if (recorded is not null && !isRecorded && !final)
        {
            return Verdict.Run(changes);
        }

        foreach (var check in specification.Checks)
        {
            var answer = await check.AskAsync(node.Item, facts.Fingerprint, cancellationToken);
            if (!answer.IsCurrent)
            {
                return changes.Count > 0 ? Verdict.Run(changes) : Verdict.Run(answer.Reason);
            }
        }

        return Verdict.UpToDate(isRecorded ? "unchanged" : "its result is current");
    }

    /// <summary>Returns what is known to have changed although some needs are not known yet.</summary>
    public IReadOnlyList<string> KnownChanges(
        TargetNode node,
        NodeFacts partial,
        Func<string, bool> runs
    )
    {
        if (!node.Target.Specification.IsIncremental)
        {
            return ["runs every time"];
        }

        if (fingerprinter.FindMissingOutput(node) is { } output)
        {
            return [$"{output} is missing"];
        }

        if (journal.Find(node.Name) is not { } recorded)
        {
            return node.Target.Specification.Checks.Count > 0
                ? []
                : ["no record of an earlier run"];
        }

        var known = partial.Needs.Select(need => need.Key).ToHashSet();
        return Describe(
            recorded with
            {
                Needs = [.. recorded.Needs.Where(need => known.Contains(need.Key))],
            },
            partial,
            runs
        );
    }

    private IReadOnlyList<string> Changes(
        NodeFacts recorded,
        NodeFacts facts,
        Func<string, bool> runs
    )
    {
        var changes = Describe(recorded, facts, runs);
        return changes.Count > 0 || recorded.Fingerprint == facts.Fingerprint
            ? changes
            : ["a secret value changed"];
    }

    private IReadOnlyList<string> Describe(
        NodeFacts recorded,
        NodeFacts facts,
        Func<string, bool> runs
    ) =>
        FactsComparison.Describe(
            recorded,
            facts,
            name => model.FindParameter(name) is { } parameter ? parameter.Option : name,
            runs
        );
}
