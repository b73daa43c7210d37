using Hubforge.Automation.Fingerprints;
using Hubforge.Automation.Planning;

namespace Hubforge.Automation.Execution;

/// <summary>What all nodes of a run share.</summary>
internal sealed class RunState
{
    private readonly NodeRun[] _runs;
    private readonly bool[] _counts;
    private readonly bool?[] _hasRun;
    private readonly Dictionary<string, NodeRun> _byName;
    private readonly HashSet<TargetModel> _needed;

    public RunState(Plan plan, Func<TargetNode, NodeRun> create)
    {
        Plan = plan;
        _runs = [.. plan.Nodes.Select(create)];
        _byName = _runs.ToDictionary(run => run.Node.Name);
        _counts = new bool[_runs.Length];
        _hasRun = new bool?[_runs.Length];
        foreach (var node in plan.Nodes.Reverse())
        {
            if (_counts[node.Index] |= !node.IsJoin && node.Target.Specification.IsIncremental)
            {
                node.Dependencies.ForEach(need => _counts[need.Index] = true);
            }
        }

        _needed = [.. plan.Targets.SelectMany(target => target.Dependencies)];
    }

    public Plan Plan { get; }

    public required Fingerprinter Fingerprinter { get; init; }

    public required Freshness Freshness { get; init; }

    public required NodeJournal Journal { get; init; }

    public required TimeProvider Time { get; init; }

    public required Stopping Stopping { get; init; }

    /// <summary>Runs invoked targets although they are up to date.</summary>
    public bool Force { get; init; }

    /// <summary>Says why <c>--continue</c> leaves a node out; null when it does not.</summary>
    public Func<TargetNode, string?> FindAttempt { get; init; } = _ => null;

    /// <summary>Is told when a node's actions start.</summary>
    public Action<NodeRun> Started { get; init; } = _ => { };

    /// <summary>Is told when a node's outcome is known.</summary>
    public Action<NodeRun> Ended { get; init; } = _ => { };

    public IReadOnlyList<NodeRun> Runs => _runs;

    public NodeRun RunOf(TargetNode node) => _runs[node.Index];

    /// <summary>Whether the node, which has ended, did something, or one that it stands for did.</summary>
    public bool HasRun(string node) =>
        _byName.TryGetValue(node, out var run) && HasRun(run.Node.Index);

    // Remembered, for collections of collections can be reached on more paths than anyone can wait for.
    private bool HasRun(int index) =>
        _hasRun[index] ??= _runs[index].Status switch
        {
            NodeStatus.Succeeded => true,
            NodeStatus.Collective => _runs[index]
                .Node.Dependencies.Exists(before => HasRun(before.Index)),
            _ => false,
        };

    /// <summary>Whether the node, or one that depends on it, compares fingerprints.</summary>
    public bool CountsForFingerprint(TargetNode node) => _counts[node.Index];

    public bool Forces(TargetNode node) => Force && node.IsInvoked;

    /// <summary>Whether a target depends on the node's target, so that it is there for more than a trigger.</summary>
    public bool IsNeeded(TargetNode node) => _needed.Contains(node.Target);
}
