using System.Text.RegularExpressions;
using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Uv;

/// <summary>Understands the proof that uv prints when it finds no solution: sentences that begin with "because" and "and because".</summary>
public static partial class UvFailure
{
    private const string Start = "No solution found when resolving dependencies";

    /// <summary>Returns the failure that the log tells of; <see cref="SolveFailureKind.Other"/> when uv says something else.</summary>
    public static SolveFailure Parse(string log) =>
        Find(log) ?? new SolveFailure(SolveFailureKind.Other, LogText.LastLine(log));

    /// <summary>Returns the failure that the log tells of, or null when uv found no contradiction.</summary>
    public static SolveFailure? Find(string log)
    {
        var proof = ProofIn(log);
        if (proof is null)
        {
            return null;
        }

        var chains = Chains(proof);
        var (kind, headline) = Classify(proof, chains);
        return new SolveFailure(kind, headline)
        {
            Packages = [.. PackagesOf(kind, proof, chains)],
            Chains = [.. chains],
            Facts = [new SolveFact("uv", proof)],
        };
    }

    private static IEnumerable<string> PackagesOf(
        SolveFailureKind kind,
        string proof,
        List<RequirementChain> chains
    )
    {
        var named = Named(proof).ToList();
        return kind switch
        {
            SolveFailureKind.Conflict => Disputed(chains),
            _ when named.Count > 0 => named,
            SolveFailureKind.WrongPython => chains
                .Where(chain => chain.Leaf.NormalizedName == "python")
                .Select(chain => chain.Root.Package)
                .Distinct(),
            _ => chains.Select(chain => chain.Leaf.Package).Distinct(),
        };
    }

    // The text is folded to the width of a terminal, so it is read as one line.
    private static string? ProofIn(string log)
    {
        var lines = LogText.Lines(log);
        var start = Array.FindIndex(lines, line => line.Contains(Start, StringComparison.Ordinal));
        if (start < 0)
        {
            return null;
        }

        var body = lines.Skip(start + 1).TakeWhile(line => line.Trim().Length > 0);
        return Spaces()
            .Replace(string.Join(' ', body), " ")
            .Trim(' ', '╰', '─', '▶', '`', '-', '>');
    }

    private static (SolveFailureKind Kind, string Headline) Classify(
        string proof,
        List<RequirementChain> chains
    )
    {
        var named = string.Join(", ", Named(proof));
        if (WrongPython().IsMatch(proof))
        {
            return (
                SolveFailureKind.WrongPython,
                "A requirement is made for another Python than the environment's."
            );
        }

        if (Unknown().IsMatch(proof))
        {
            return (SolveFailureKind.UnknownPackage, $"No index has a package {named}.");
        }

        return DependsOn().IsMatch(proof) || chains.Count > 1
            ? (
                SolveFailureKind.Conflict,
                $"The pip requirements on {string.Join(", ", Disputed(chains))} exclude each other."
            )
            : (SolveFailureKind.NoSuchVersion, $"No index has a version that fits {named}.");
    }

    private static List<RequirementChain> Chains(string proof)
    {
        var depends = DependsOn()
            .Matches(proof)
            .Select(match =>
                RequirementChain.Of(
                    Read(match.Groups["who"].Value),
                    Read(match.Groups["what"].Value)
                )
            );
        var required = Requires()
            .Matches(proof)
            .SelectMany(match => match.Groups["what"].Value.Split(" and "))
            .Select(what => RequirementChain.Of(Read(what)));
        return [.. depends.Concat(required).DistinctBy(chain => chain.ToString())];
    }

    // A package is disputed when two ask for it; where uv's proof leaves that open, every leaf is.
    private static IEnumerable<string> Disputed(List<RequirementChain> chains)
    {
        var leaves = chains.Select(chain => chain.Leaf).ToList();
        var twice = leaves
            .GroupBy(leaf => leaf.NormalizedName)
            .Where(group => group.Count() > 1)
            .Select(group => group.First().Package)
            .ToList();
        return twice.Count > 0 ? twice : leaves.Select(leaf => leaf.Package).Distinct();
    }

    private static IEnumerable<string> Named(string proof) =>
        NoVersion()
            .Matches(proof)
            .Concat(Unknown().Matches(proof))
            .Concat(WrongPython().Matches(proof))
            .Select(match => Read(match.Groups["name"].Value).Package)
            .Where(name => name.Length > 0)
            .Distinct();

    private static Requirement Read(string text) =>
        Requirement.Parse(text.Trim().TrimEnd(',', '.'));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(
        @"(?<who>\S+) depends on (?<what>[^\s,]+(?:,[^\s,]+)*)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex DependsOn();

    [GeneratedRegex(@"you require (?<what>\S+(?: and (?!because)\S+)*)", RegexOptions.IgnoreCase)]
    private static partial Regex Requires();

    [GeneratedRegex(@"there (?:is|are) no versions? of (?<name>\S+)", RegexOptions.IgnoreCase)]
    private static partial Regex NoVersion();

    [GeneratedRegex(
        @"(?<name>\S+) (?:was not found in the (?:package registry|cache|provided package locations)|could not be found)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Unknown();

    [GeneratedRegex(
        @"Python version \([^)]*\) does not satisfy|(?<name>\S+) (?:is unusable because no wheels are available with a matching Python|has no wheels with a matching Python)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex WrongPython();
}
