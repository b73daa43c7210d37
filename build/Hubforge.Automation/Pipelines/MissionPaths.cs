using System.Collections.Immutable;

namespace Hubforge.Automation.Pipelines;

/// <summary>Where missions live, and what all of them are made from.</summary>
internal static class MissionPaths
{
    /// <summary>The folder of the missions, with a slash at its end.</summary>
    public const string Missions = "deployments/";

    /// <summary>Folders (with a slash at their end) and files at the root; a change there touches every mission.</summary>
    public static ImmutableArray<string> Shared { get; } =
    [
        "common/",
        "build/",
        "build.sh",
        "global.json",
        "Directory.Build.props",
        "Directory.Packages.props",
    ];

    /// <summary>Returns globs of everything that <paramref name="mission"/> is made from.</summary>
    public static IEnumerable<string> GlobsOf(string mission) =>
        Shared
            .Prepend($"{Missions}{mission}/")
            .Select(path => path.EndsWith('/') ? $"{path}**/*" : path);
}
