using System.Text.RegularExpressions;

namespace Hubforge.Missions.Images;

/// <summary>What we need to know of Dockerfiles.</summary>
internal static partial class DockerfileText
{
    /// <summary>Joins the mission's part and what follows it for every mission.</summary>
    public static string Join(string custom, string trailer) =>
        custom.TrimEnd('\n') + "\n\n" + trailer.TrimEnd('\n') + "\n";

    /// <summary>Returns the names that <c>ARG</c> instructions declare, several in one or each in its own.</summary>
    public static IReadOnlySet<string> DeclaredArguments(string dockerfile) =>
        Instruction()
            .Matches(dockerfile.Replace("\\\n", " ", StringComparison.Ordinal))
            .SelectMany(match => Name().Matches(match.Groups["names"].Value))
            .Select(match => match.Groups["name"].Value)
            .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(
        @"^[ \t]*ARG[ \t]+(?<names>.+)$",
        RegexOptions.Multiline | RegexOptions.IgnoreCase
    )]
    private static partial Regex Instruction();

    [GeneratedRegex("""(?<=^|\s)(?<name>[A-Za-z_]\w*)(=("[^"]*"|'[^']*'|\S*))?""")]
    private static partial Regex Name();
}
