using Hubforge.Missions.Specs.Conda;
using Hubforge.Missions.Specs.Debian;
using Hubforge.Missions.Specs.Pip;

namespace Hubforge.Missions.Specs;

/// <summary>Reads what the specs of an environment ask for.</summary>
internal static class SpecReader
{
    /// <summary>The constraints of the whole mission.</summary>
    public const string CommonHints = "common-hints.pip";

    /// <summary>
    /// Returns the hints that hold for the environment, then every request of it, so that a contradiction shows where the package is asked for.
    /// What cannot be read is a problem.
    /// </summary>
    public static IReadOnlyList<PackageRequest> ReadAll(
        Mission mission,
        EnvironmentSpec environment,
        ProblemList problems
    )
    {
        var common = new SpecFile(mission.EnvironmentsFolder / CommonHints, SpecKind.Hints);
        // Problems of the common hints are those of the mission and reported once, there.
        var hints = common.Path.FileExists ? Read(common, "", new ProblemList()) : [];
        var own = environment
            .Files.Where(file => file.IsSpec || file.Kind == SpecKind.Hints)
            .OrderBy(file => file.Kind == SpecKind.Hints ? 0 : 1)
            .SelectMany(file => Read(file, environment.Name, problems));
        return [.. hints, .. own];
    }

    public static IReadOnlyList<PackageRequest> Read(
        SpecFile file,
        string environment,
        ProblemList problems
    )
    {
        if (SourceText.Load(file.Path, problems) is not { } source)
        {
            return [];
        }

        return file.Kind switch
        {
            SpecKind.CondaYaml => new CondaYamlReader(source, problems).Read(
                file.Path.NameWithoutExtension == environment ? environment : null
            ),
            SpecKind.Explicit => ExplicitReader.ReadRequests(source, problems),
            SpecKind.CondaList => CondaListReader.Read(source, problems),
            SpecKind.PipList => PipRequests.Read(source, false, problems),
            SpecKind.Hints => PipRequests.Read(source, true, problems),
            SpecKind.AptList => AptListReader.Read(source, problems),
            _ => [],
        };
    }
}
