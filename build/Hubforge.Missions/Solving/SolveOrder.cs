using System.Collections.Immutable;
using Hubforge.Missions.Images;
using Hubforge.Missions.Specs;

namespace Hubforge.Missions.Solving;

/// <summary>An environment whose lock is to be made.</summary>
/// <param name="Image">Mission, platform and options.</param>
/// <param name="Environment">The environment.</param>
public sealed record SolveOrder(ImageOrder Image, EnvironmentSpec Environment)
{
    /// <summary>The only packages that may move; when empty, all may.</summary>
    public ImmutableArray<string> Update { get; init; } = [];

    /// <summary>What <c>update-requirements</c> renews the specs to: <c>latest</c> or a version; <c>none</c> leaves them as they are.</summary>
    public string CalVersion { get; init; } = NoCalVersion;

    /// <summary>Whether to solve although nothing changed.</summary>
    public bool Force { get; init; }

    internal const string NoCalVersion = "none";

    internal Mission Mission => Image.Mission;

    /// <summary>What a person reads of it: the environment, and the platform unless it is the mission's main one.</summary>
    internal string Label =>
        Image.Platform == Mission.Settings.MainPlatform
            ? Environment.Name
            : $"{Environment.Name} ({Image.Platform})";

    internal bool RenewsSpecs => CalVersion.Length > 0 && CalVersion != NoCalVersion;
}
