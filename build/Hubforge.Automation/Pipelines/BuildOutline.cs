using System.Collections.Immutable;

namespace Hubforge.Automation.Pipelines;

/// <summary>What a pipeline has to know of a build: its targets, its parameters and the missions that exist.</summary>
internal sealed record BuildOutline
{
    /// <summary>All targets, in the order of their definition.</summary>
    public required ImmutableArray<OutlineTarget> Targets { get; init; }

    /// <summary>Names of the missions; hosts whose matrix is fixed when the file is written get a job for each.</summary>
    public required ImmutableArray<string> Missions { get; init; }

    /// <summary>Parameters that can be given by environment variable, by their name.</summary>
    public ImmutableArray<OutlineParameter> Parameters { get; init; } = [];

    /// <summary>Returns the target of that name; null when there is none.</summary>
    public OutlineTarget? FindTarget(string name) =>
        Targets.FirstOrDefault(target => target.Name == name);

    /// <summary>Returns the parameter of that name; null when there is none.</summary>
    public OutlineParameter? FindParameter(string name) =>
        Parameters.FirstOrDefault(parameter => parameter.Name == name);
}
