using System.Text.RegularExpressions;
using Hubforge.Primitives;

namespace Hubforge.Missions.Solving;

/// <summary>Which programs took part in a solve, and in which versions.</summary>
internal static partial class ToolVersions
{
    /// <summary>Shell commands that write a line <c>PROGRAM VERSION-TEXT</c> for each program that is there.</summary>
    public const string Script = """
        for tool in python3 pip uv mamba micromamba conda apt-get; do
          command -v "$tool" > /dev/null && echo "$tool $("$tool" --version 2> /dev/null | head -n 1)"
        done
        """;

    /// <summary>Returns the bare versions; an absent file gives none.</summary>
    public static SortedDictionary<string, string> Read(AbsolutePath file)
    {
        var versions = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in file.FileExists ? File.ReadAllLines(file) : [])
        {
            if (Pattern().Match(line) is { Success: true } match)
            {
                versions[match.Groups["tool"].Value] = match.Groups["version"].Value;
            }
        }

        return versions;
    }

    [GeneratedRegex(@"^(?<tool>\S+) .*?(?<version>\d+(\.\d+)+)")]
    private static partial Regex Pattern();
}
