namespace Hubforge.Automation.Planning;

/// <summary>What is going to happen.</summary>
/// <param name="Targets">All targets of the plan, each after what it waits for.</param>
/// <param name="Nodes">All nodes of the plan, each after what it waits for.</param>
internal sealed record Plan(IReadOnlyList<TargetModel> Targets, IReadOnlyList<TargetNode> Nodes)
{
    /// <summary>The targets that were asked for.</summary>
    public required IReadOnlyList<TargetModel> Invoked { get; init; }
}
