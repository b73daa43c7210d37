using System.Text.RegularExpressions;
using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Pip;

/// <summary>Reads what pip says in <c>--require-hashes</c> mode: files that are not the locked ones, and requirements without a hash.</summary>
internal static partial class PipHashFailure
{
    public static SolveFailure? Find(PipLog log) =>
        FindMismatch(log)
        ?? FindListed(log, "In --require-hashes mode", "is asked for without an exact version")
        ?? FindListed(
            log,
            "Hashes are required in --require-hashes mode",
            "has no hash in the lock"
        );

    private static SolveFailure? FindMismatch(PipLog log)
    {
        if (
            !log.Errors.Any(line =>
                line.StartsWith("THESE PACKAGES DO NOT MATCH", StringComparison.Ordinal)
            )
        )
        {
            return null;
        }

        var blamed = log
            .Lines.Select(line => Blamed().Match(line))
            .Where(match => match.Success)
            .ToList();
        var chains = blamed
            .Select(match =>
                RequirementChain.Of(Requirement.Parse(match.Groups["what"].Value)) with
                {
                    Source = PipOrigin.Parse(match.Groups["from"].Value).Source,
                }
            )
            .ToList();
        var packages = chains.Select(chain => chain.Root.Package).Distinct().ToList();
        return new SolveFailure(
            SolveFailureKind.HashMismatch,
            $"The file of {string.Join(", ", packages)} is not the one that was locked."
        )
        {
            Packages = [.. packages],
            Chains = [.. chains],
            Facts =
            [
                .. blamed.Select(match => new SolveFact("file", match.Groups["file"].Value)),
                .. Hashes(log, "Expected", "expected"),
                .. Hashes(log, "Got", "actual"),
            ],
        };
    }

    private static SolveFailure? FindListed(PipLog log, string error, string what)
    {
        if (!log.Errors.Any(line => line.StartsWith(error, StringComparison.Ordinal)))
        {
            return null;
        }

        var requirements = log.Below(
                "ERROR: " + error,
                line => line.StartsWith("    ", StringComparison.Ordinal)
            )
            .Select(line => Requirement.Parse(line.Trim().Split(" from ")[0].Split(" --hash=")[0]))
            .ToList();
        var packages = requirements.Select(requirement => requirement.Package).Distinct().ToList();
        return new SolveFailure(
            SolveFailureKind.HashMismatch,
            $"{string.Join(", ", packages)} {what}, so it cannot be verified."
        )
        {
            Packages = [.. packages],
            Chains = [.. requirements.Select(one => log.Origins.Extend(RequirementChain.Of(one)))],
        };
    }

    private static IEnumerable<SolveFact> Hashes(PipLog log, string word, string label) =>
        log
            .Lines.Select(line => line.Trim())
            .Where(line => line.StartsWith(word + " ", StringComparison.Ordinal))
            .Select(line => new SolveFact(label, line[word.Length..].Trim()));

    [GeneratedRegex(@"^    (?<what>\S+) from (?<file>\S+) \(from (?<from>.+)\):$")]
    private static partial Regex Blamed();
}
