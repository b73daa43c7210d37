using Hubforge.Automation.Targets;

namespace Hubforge.Automation.Planning;

/// <summary>A target with its relations resolved; what planning, help and the CI generators read.</summary>
internal sealed class TargetModel(string name, TargetSpecification specification)
{
    private IReadOnlyList<NamedItem>? _items;

    public string Name { get; } = name;

    public TargetSpecification Specification { get; } = specification;

    public string? Description => Specification.Description;

    public bool Listed => Specification.Listed;

    public bool IsDefault { get; set; }

    /// <summary>Whether the target only stands for its dependencies.</summary>
    public bool IsCollective => Specification.Actions.Count == 0;

    /// <summary>Position of the property in the build class.</summary>
    public int Order { get; init; }

    /// <summary>Targets planned with this one and run before it, from either side's verb, in order of declaration.</summary>
    public List<TargetModel> Dependencies { get; } = [];

    /// <summary>Targets that run before this one where both are planned.</summary>
    public List<TargetModel> OrderDependencies { get; } = [];

    /// <summary>Targets that bring this one into the plan and run before it.</summary>
    public List<TargetModel> TriggerDependencies { get; } = [];

    /// <summary>Targets that this one brings into the plan.</summary>
    public List<TargetModel> Triggers { get; } = [];

    /// <summary>Targets whose artifacts this one consumes.</summary>
    public List<ConsumedArtifacts> Consumes { get; } = [];

    /// <summary>Whether the target runs once for each item.</summary>
    public bool HasItems => Specification.Items is not null;

    /// <summary>The type of the items; null without items. Targets over the same type depend item by item.</summary>
    public Type? ItemType => Specification.Items?.Type;

    /// <summary>Returns the items, listed once; empty for a target without items. Parameters must be bound.</summary>
    public IReadOnlyList<NamedItem> Items => _items ??= Specification.Items?.List() ?? [];

    public override string ToString() => Name;
}
