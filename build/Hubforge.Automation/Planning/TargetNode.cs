namespace Hubforge.Automation.Planning;

/// <summary>One piece of a plan: a target, or a target for one item.</summary>
internal sealed class TargetNode(TargetModel target, string? itemName, object? item)
{
    /// <summary>Target and item, such as <c>Test[roman]</c>.</summary>
    public string Name { get; } = itemName is null ? target.Name : $"{target.Name}[{itemName}]";

    public TargetModel Target { get; } = target;

    public string? ItemName { get; } = itemName;

    public object? Item { get; } = item;

    /// <summary>Position in the plan; everything before it in order has a lower one.</summary>
    public int Index { get; set; }

    /// <summary>Whether the node only ties the nodes of a target together, so that a dependency on all of them is one edge.</summary>
    public bool IsJoin { get; init; }

    /// <summary>Whether the node has no work of its own.</summary>
    public bool IsCollective => IsJoin || Target.IsCollective;

    /// <summary>Whether its target was asked for, by the command line or as default.</summary>
    public bool IsInvoked { get; init; }

    /// <summary>Why it is left out; null when it is to run.</summary>
    public string? SkipReason { get; init; }

    /// <summary>Nodes whose failure stops this one.</summary>
    public List<TargetNode> Dependencies { get; } = [];

    /// <summary>Nodes that brought this one into the plan and run before it.</summary>
    public List<TargetNode> TriggerDependencies { get; } = [];

    /// <summary>Nodes that only come first.</summary>
    public List<TargetNode> OrderDependencies { get; } = [];

    public override string ToString() => Name;
}
