using System.Collections.Immutable;
using Hubforge.Containers.Engine;
using Hubforge.Containers.Images;
using Hubforge.Missions.Images;
using Hubforge.Primitives;

namespace Hubforge.Build.Work;

/// <summary>What a run was told.</summary>
/// <param name="Root">The root of the repository.</param>
/// <param name="Options">How images are built.</param>
internal sealed record WorkSettings(AbsolutePath Root, BuildOptions Options)
{
    /// <summary>Where an engine is looked for.</summary>
    public required EngineSearch EngineSearch { get; init; }

    /// <summary>What to try when none answers.</summary>
    public required string EngineHint { get; init; }

    /// <summary>A buildx builder; the engine's own when null.</summary>
    public string? Builder { get; init; }

    /// <summary>Who pushes; whoever <c>docker login</c> knows when null.</summary>
    public RegistryCredentials? Registry { get; init; }

    /// <summary>Whether locks are only checked.</summary>
    public bool UseFrozen { get; init; } = true;

    /// <summary>The only packages that may move in a solve; all when empty.</summary>
    public ImmutableArray<string> Update { get; init; } = [];

    /// <summary>What <c>update-requirements</c> renews the specs to.</summary>
    public string CalVersion { get; init; } = "none";
}
