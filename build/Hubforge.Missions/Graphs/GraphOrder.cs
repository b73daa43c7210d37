using System.Collections.Immutable;
using Hubforge.Missions.Images;
using Hubforge.Missions.Specs;

namespace Hubforge.Missions.Graphs;

/// <summary>A drawing of the packages of an environment that is wanted.</summary>
/// <param name="Image">Mission, platform and options.</param>
/// <param name="Environment">The environment.</param>
public sealed record GraphOrder(ImageOrder Image, EnvironmentSpec Environment)
{
    /// <summary>Draws only what these packages need; everything when empty.</summary>
    public ImmutableArray<string> Packages { get; init; } = [];

    /// <summary>Draws what needs <see cref="Packages"/> instead.</summary>
    public bool Reverse { get; init; }
}
