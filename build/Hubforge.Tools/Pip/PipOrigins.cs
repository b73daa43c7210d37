using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Pip;

/// <summary>Remembers from lines such as <c>Collecting b (from a==1->-r list.pip (line 3))</c> who asked for each package.</summary>
internal sealed partial class PipOrigins
{
    private readonly Dictionary<string, PipOrigin> _origins = new(StringComparer.Ordinal);

    public static PipOrigins Read(IEnumerable<string> lines)
    {
        var origins = new PipOrigins();
        foreach (
            var match in lines.Select(line => Line().Match(line)).Where(match => match.Success)
        )
        {
            var name = Requirement.Normalize(NameOf(match.Groups["what"].Value));
            origins._origins.TryAdd(name, PipOrigin.Parse(match.Groups["from"].Value));
        }

        return origins;
    }

    /// <summary>Returns who asked for the package; nobody and nowhere when the log does not say.</summary>
    public PipOrigin Of(Requirement requirement) =>
        _origins.GetValueOrDefault(requirement.NormalizedName, PipOrigin.Unknown);

    /// <summary>Returns the chain with what is known of its beginning put before it.</summary>
    public RequirementChain Extend(RequirementChain chain)
    {
        var origin = Of(chain.Root);
        return chain with
        {
            Links = [.. origin.Parents, .. chain.Links],
            Source = chain.Source ?? origin.Source,
        };
    }

    // A file is named for its package up to the first dash.
    private static string NameOf(string what) =>
        what.Contains('/', StringComparison.Ordinal)
        && !what.Contains('@', StringComparison.Ordinal)
            ? Path.GetFileName(what).Split('-')[0]
            : Requirement.Parse(what).Package;

    [GeneratedRegex(
        @"^\s*(?:Collecting|Processing|Obtaining|Requirement already satisfied:) (?<what>\S+).*? \(from (?<from>.+)\)$"
    )]
    private static partial Regex Line();
}
