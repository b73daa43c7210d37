using System.Collections.Immutable;

namespace Hubforge.Automation.Pipelines;

/// <summary>A target as pipelines see it.</summary>
internal sealed record OutlineTarget(string Name)
{
    /// <summary>Stands for the mission's name in <see cref="Produces"/>.</summary>
    public const string MissionPlaceholder = "{mission}";

    /// <summary>Names of the targets that run before it.</summary>
    public ImmutableArray<string> DependsOn { get; init; } = [];

    /// <summary>Names of the targets whose files it takes; they need not run before it on a machine where the files are already.</summary>
    public ImmutableArray<string> Consumes { get; init; } = [];

    /// <summary>Whether the target runs once for each mission.</summary>
    public bool IsPerMission { get; init; }

    /// <summary>Files that it leaves, as globs from the root; they travel to the jobs that need this one.</summary>
    public ImmutableArray<string> Produces { get; init; } = [];

    /// <summary>Over how many runners its work is divided; 1 when it is not.</summary>
    public int Partitions { get; init; } = 1;
}
