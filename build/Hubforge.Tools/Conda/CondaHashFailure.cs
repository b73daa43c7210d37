using System.Text.RegularExpressions;
using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Conda;

/// <summary>Reads complaints about downloaded files that are not the promised ones.</summary>
internal static partial class CondaHashFailure
{
    // A lock whose hashes are all wrong is understood from the first ones.
    private const int MostShown = 3;

    public static SolveFailure? Find(string[] lines)
    {
        if (!lines.Any(line => Complaint().IsMatch(line)))
        {
            return null;
        }

        var files = lines
            .Select(line => BadFile().Match(line))
            .Where(match => match.Success)
            .ToList();
        var packages = files
            .Select(match =>
                CondaRequirement.ParseFileName(Path.GetFileName(match.Groups["file"].Value)).Package
            )
            .Concat(Names(lines))
            .Distinct()
            .ToList();
        return new SolveFailure(
            SolveFailureKind.HashMismatch,
            packages.Count > 0
                ? $"The file of {string.Join(", ", packages)} is not the one that was promised."
                : "A downloaded file is not the one that was promised."
        )
        {
            Packages = [.. packages],
            Facts =
            [
                .. files
                    .Take(MostShown)
                    .Select(match => new SolveFact("file", match.Groups["file"].Value)),
                .. Values(lines, "Expected: ", "expected"),
                .. Values(lines, "Actual: ", "actual"),
            ],
        };
    }

    private static IEnumerable<string> Names(string[] lines) =>
        lines
            .Select(line => Incorrect().Match(line))
            .Where(match => match.Success)
            .SelectMany(match =>
                match.Groups["names"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries)
            );

    private static IEnumerable<SolveFact> Values(string[] lines, string word, string label) =>
        lines
            .Select(line => line.Trim())
            .Where(line => line.StartsWith(word, StringComparison.Ordinal))
            .Take(MostShown)
            .Select(line => new SolveFact(label, line[word.Length..].Trim()));

    [GeneratedRegex(
        @"libmamba Found incorrect download|doesn't match expectation|ChecksumMismatchError"
    )]
    private static partial Regex Complaint();

    [GeneratedRegex(@"doesn't match expectation ""(?<file>[^""]+)""")]
    private static partial Regex BadFile();

    [GeneratedRegex(@"Found incorrect downloads?: (?<names>.+?)\. Aborting")]
    private static partial Regex Incorrect();
}
