using Hubforge.Automation.Targets;

namespace Hubforge.Automation;

/// <summary>Verbs for help and for the generated CI.</summary>
public static class DescriptionVerbs
{
    /// <summary>Sets the text below the target in <c>--help</c>; the last call wins.</summary>
    public static TDefinition Description<TDefinition>(
        this TDefinition definition,
        string description
    )
        where TDefinition : ITargetDefinition =>
        definition.Record(specification => specification.Description = description);

    /// <summary>Leaves the target out of <c>--help</c>; it can be named all the same, and completion knows it.</summary>
    public static TDefinition Unlisted<TDefinition>(this TDefinition definition)
        where TDefinition : ITargetDefinition =>
        definition.Record(specification => specification.Listed = false);

    /// <summary>Names the artifacts (globs below the root) that CI keeps from this target.</summary>
    public static TDefinition Produces<TDefinition>(
        this TDefinition definition,
        params string[] artifacts
    )
        where TDefinition : ITargetDefinition =>
        definition.Record(specification => specification.Produces.AddRange(artifacts));

    /// <summary>Says that CI hands all artifacts of <paramref name="targets"/> to this one.</summary>
    public static TDefinition Consumes<TDefinition>(
        this TDefinition definition,
        params Target[] targets
    )
        where TDefinition : ITargetDefinition =>
        definition.Record(specification =>
        {
            foreach (var target in targets)
            {
                specification.Consumes.Add(new ArtifactSource(target, []));
            }
        });

    /// <summary>Says that CI hands these artifacts of <paramref name="target"/> to this one.</summary>
    public static TDefinition Consumes<TDefinition>(
        this TDefinition definition,
        Target target,
        params string[] artifacts
    )
        where TDefinition : ITargetDefinition =>
        definition.Record(specification =>
            specification.Consumes.Add(new ArtifactSource(target, artifacts))
        );

    /// <summary>Lets CI split the target over <paramref name="size"/> jobs; each is told its part by <c>--partition 2/3</c>.</summary>
    public static TDefinition Partition<TDefinition>(this TDefinition definition, int size)
        where TDefinition : ITargetDefinition
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 2);
        return definition.Record(specification => specification.PartitionSize = size);
    }

    /// <summary>Applies <paramref name="change"/> only when <paramref name="condition"/> holds, to keep a chain in one piece.</summary>
    public static TDefinition When<TDefinition>(
        this TDefinition definition,
        bool condition,
        Func<TDefinition, TDefinition> change
    )
        where TDefinition : ITargetDefinition => condition ? change(definition) : definition;
}
