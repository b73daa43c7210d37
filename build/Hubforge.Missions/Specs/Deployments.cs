using Hubforge.Primitives;

namespace Hubforge.Missions.Specs;

/// <summary>The missions of a repository: the folders under <c>deployments</c> that hold a <c>mission.yml</c>.</summary>
/// <param name="root">The root of the repository.</param>
public sealed class Deployments(AbsolutePath root)
{
    /// <summary>The folder that holds the missions.</summary>
    public AbsolutePath Folder { get; } = root / "deployments";

    /// <summary>Returns the names, sorted; no file is read for it.</summary>
    public IReadOnlyList<string> ListNames() =>
        Folder.DirectoryExists
            ?
            [
                .. Directory
                    .EnumerateDirectories(Folder)
                    .Select(path => AbsolutePath.Parse(path))
                    .Where(folder => (folder / Mission.SettingsFileName).FileExists)
                    .Select(folder => folder.Name)
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>Returns the names of the environments of all missions, sorted, each once; no file is read for it.</summary>
    public IReadOnlyList<string> ListEnvironmentNames() =>
        [
            .. ListNames()
                .SelectMany(name => Mission.ListEnvironments(Folder / name))
                .Select(environment => environment.Name)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Reads the settings of one mission and finds its environments; no spec is opened.</summary>
    /// <exception cref="UnknownMissionException">There is none of that name.</exception>
    /// <exception cref="InvalidSpecsException">Its <c>mission.yml</c> is wrong.</exception>
    public Mission Get(string name)
    {
        var problems = new ProblemList();
        var mission = Read(name, problems);
        return mission is null || problems.HasErrors
            ? throw new InvalidSpecsException(
                $"The settings of mission '{name}' cannot be used.",
                problems.ToSorted()
            )
            : mission;
    }

    internal Mission? Read(string name, ProblemList problems)
    {
        if (!ListNames().Contains(name))
        {
            throw new UnknownMissionException(name, Folder, ListNames());
        }

        var folder = Folder / name;
        var source = SourceText.Load(folder / Mission.SettingsFileName, problems);
        var settings = source is null
            ? null
            : new MissionSettingsReader(root, source, problems).Read(name);
        return settings is null ? null : new Mission(folder, settings);
    }
}
