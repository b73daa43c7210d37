using System.Text.RegularExpressions;

namespace Hubforge.Tools.Conda;

/// <summary>A line in which the program complains: <c>critical libmamba ...</c>, <c>error libmamba ...</c>, or conda's <c>SomeError: ...</c>.</summary>
internal static partial class CondaComplaintLine
{
    /// <summary>Returns what the program complains of, or null when the line is something else.</summary>
    public static string? Find(string line) =>
        Line().Match(line) is { Success: true } match ? match.Groups["text"].Value.Trim() : null;

    [GeneratedRegex(
        @"^(?:critical|error)\s+libmamba (?<text>.+)$|^(?<text>[A-Z][A-Za-z]+(?:Error|Channel|Exception): .+)$"
    )]
    private static partial Regex Line();
}
