using Hubforge.Missions.Locks;
using Hubforge.Missions.Specs;

namespace Hubforge.Missions.Solving;

/// <summary>Finds slips among the packages that <c>--update</c> names.</summary>
public static class UpdateNames
{
    /// <summary>Returns the names, when each is that of a package in a lock or a spec of one of the missions.</summary>
    /// <exception cref="UnknownPackageException">One is known to none of them.</exception>
    public static IReadOnlyList<string> Require(
        IReadOnlyList<Mission> missions,
        IReadOnlyList<string> names
    )
    {
        if (names.Count == 0)
        {
            return names;
        }

        var known = missions.SelectMany(ListPackages).ToHashSet(StringComparer.Ordinal);
        var unknown = names.FirstOrDefault(name => !known.Contains(PackageName.Normalise(name)));
        return unknown is null ? names : throw new UnknownPackageException(unknown, known);
    }

    private static IEnumerable<string> ListPackages(Mission mission) =>
        mission
            .Environments.SelectMany(environment =>
                mission
                    .Settings.Platforms.Select(platform =>
                        new LockStore(mission).Read(environment.Name, platform, new ProblemList())
                    )
                    .SelectMany(found => found?.Packages ?? [])
                    .Select(package => package.Name)
                    .Concat(
                        SpecReader
                            .ReadAll(mission, environment, new ProblemList())
                            .Select(request => request.Name)
                    )
            )
            .Select(PackageName.Normalise);
}
