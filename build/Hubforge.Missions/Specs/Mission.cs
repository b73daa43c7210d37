using System.Collections.Immutable;
using Hubforge.Primitives;

namespace Hubforge.Missions.Specs;

/// <summary>One mission: a folder under <c>deployments</c> that becomes one image.</summary>
/// <param name="Folder">The folder; its name is the mission's name.</param>
/// <param name="Settings">What its <c>mission.yml</c> says.</param>
public sealed record Mission(AbsolutePath Folder, MissionSettings Settings)
{
    /// <summary>The name of the settings file.</summary>
    public const string SettingsFileName = "mission.yml";

    /// <summary>The name.</summary>
    public string Name => Folder.Name;

    /// <summary>What goes into the image.</summary>
    public AbsolutePath ImageFolder => Folder / "image";

    /// <summary>The specs, one folder an environment.</summary>
    public AbsolutePath EnvironmentsFolder => ImageFolder / "environments";

    /// <summary>The locks, one folder an environment.</summary>
    public AbsolutePath LocksFolder => ImageFolder / "env-frozen";

    /// <summary>Python packages of the mission's own; may be missing.</summary>
    public AbsolutePath PackagesFolder => ImageFolder / "packages";

    /// <summary>The environments by name: the folders under <c>environments</c> that hold a spec.</summary>
    public ImmutableArray<EnvironmentSpec> Environments { get; init; } = ListEnvironments(Folder);

    /// <summary>Returns the environment of that name.</summary>
    /// <exception cref="UnknownEnvironmentException">The mission has none of that name.</exception>
    public EnvironmentSpec GetEnvironment(string name) =>
        Environments.FirstOrDefault(environment => environment.Name == name)
        ?? throw new UnknownEnvironmentException(name, this);

    /// <summary>Returns the name, by which the mission is known in plans, summaries and messages.</summary>
    public override string ToString() => Name;

    internal static ImmutableArray<EnvironmentSpec> ListEnvironments(AbsolutePath mission)
    {
        var folder = mission / "image" / "environments";
        return folder.DirectoryExists
            ?
            [
                .. Directory
                    .EnumerateDirectories(folder)
                    .Order(StringComparer.Ordinal)
                    .Select(AbsolutePath.Parse)
                    .Where(path => !path.Name.StartsWith('.'))
                    .Select(EnvironmentSpec.Find)
                    .OfType<EnvironmentSpec>(),
            ]
            : [];
    }
}
