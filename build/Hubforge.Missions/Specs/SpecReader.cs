using Hubforge.Missions.Specs.Conda;
using Hubforge.Missions.Specs.Debian;
using Hubforge.Missions.Specs.Pip;

namespace Hubforge.Missions.Specs;

/// <summary>Reads what the specs of an environment ask for.</summary>
internal static class SpecReader
{
    /// <summary>The constraints of the whole mission.</summary>
    public const string CommonHints = "common-hints.pip";

    /// <summary>Returns every request of the environment and the hints that hold for it; what cannot be read is a problem.</summary>
    public static IReadOnlyList<PackageRequest> ReadAll(
        Mission mission,
        EnvironmentSpec environment,
        ProblemList problems
    )
    {
        var hints = mission.EnvironmentsFolder / CommonHints;
        var files = environment.Files.Where(file => file.IsSpec || file.Kind == SpecKind.Hints);
        var requests = files.SelectMany(file => Read(file, environment.Name, problems));
        return hints.FileExists
            ? [.. requests, .. Read(new SpecFile(hints, SpecKind.Hints), "", new ProblemList())]
            : [.. requests];
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
