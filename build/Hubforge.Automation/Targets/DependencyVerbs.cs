using Hubforge.Automation.Targets;

namespace Hubforge.Automation;

/// <summary>Verbs that relate targets to one another.</summary>
public static class DependencyVerbs
{
    /// <summary>Plans <paramref name="targets"/> with this one and runs them before it.</summary>
    public static TDefinition DependsOn<TDefinition>(
        this TDefinition definition,
        params Target[] targets
    )
        where TDefinition : ITargetDefinition =>
        definition.Record(specification => specification.DependsOn.AddRange(targets));

    /// <summary>Makes <paramref name="targets"/> depend on this one.</summary>
    public static TDefinition DependentFor<TDefinition>(
        this TDefinition definition,
        params Target[] targets
    )
        where TDefinition : ITargetDefinition =>
        definition.Record(specification => specification.DependentFor.AddRange(targets));

    /// <summary>Runs before <paramref name="targets"/> where both are planned; plans nothing.</summary>
    public static TDefinition Before<TDefinition>(
        this TDefinition definition,
        params Target[] targets
    )
        where TDefinition : ITargetDefinition =>
        definition.Record(specification => specification.Before.AddRange(targets));

    /// <summary>Runs after <paramref name="targets"/> where both are planned; plans nothing.</summary>
    public static TDefinition After<TDefinition>(
        this TDefinition definition,
        params Target[] targets
    )
        where TDefinition : ITargetDefinition =>
        definition.Record(specification => specification.After.AddRange(targets));

    /// <summary>Adds <paramref name="targets"/> with their dependencies to every plan that has this one, after it. A failure of this one stops them.</summary>
    public static TDefinition Triggers<TDefinition>(
        this TDefinition definition,
        params Target[] targets
    )
        where TDefinition : ITargetDefinition =>
        definition.Record(specification => specification.Triggers.AddRange(targets));

    /// <summary>Joins every plan that has one of <paramref name="targets"/>, after it.</summary>
    public static TDefinition TriggeredBy<TDefinition>(
        this TDefinition definition,
        params Target[] targets
    )
        where TDefinition : ITargetDefinition =>
        definition.Record(specification => specification.TriggeredBy.AddRange(targets));

    /// <summary>Takes over other definitions, as if their verbs stood here.</summary>
    public static TDefinition Inherit<TDefinition>(
        this TDefinition definition,
        params Target[] targets
    )
        where TDefinition : ITargetDefinition
    {
        foreach (var target in targets)
        {
            target(definition);
        }

        return definition;
    }

    /// <summary>Takes over the definition of the base class's property that this one overrides.</summary>
    /// <exception cref="InvalidBuildException">The property overrides none.</exception>
    public static TDefinition Base<TDefinition>(this TDefinition definition)
        where TDefinition : ITargetDefinition
    {
        var baseDefinition =
            definition.Specification.BaseDefinition
            ?? throw new InvalidBuildException(
                new Primitives.FailureText("Base() is used in a target that overrides none.").Try(
                    "declare the property of the base class virtual and this one override"
                )
            );
        baseDefinition()(definition);
        return definition;
    }
}
