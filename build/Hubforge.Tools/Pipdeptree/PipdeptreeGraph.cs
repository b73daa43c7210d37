using Hubforge.Tools.Graphs;
using Hubforge.Tools.Pip;
using Hubforge.Tools.Replies;
using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Pipdeptree;

/// <summary>Makes graphs of what <c>pipdeptree --json</c> prints. It names conflicts only on standard error, so they are found from the versions.</summary>
public static class PipdeptreeGraph
{
    /// <summary>Returns the graph.</summary>
    /// <exception cref="UnreadableReplyException">The text holds no such JSON.</exception>
    public static DependencyGraph Parse(string output)
    {
        var entries = Reply.Get("pipdeptree", output, PipdeptreeJson.Default.ListPipdeptreeEntry);
        // Asked by their normalised names: pipdeptree 2.2 does not find flask where Flask is required, and prints `?`.
        var installed = entries
            .GroupBy(entry => Requirement.Normalize(entry.Package.Name))
            .ToDictionary(group => group.Key, group => group.First().Package.Version);
        return DependencyGraph.Of(
            entries.Select(entry => new GraphPackage(entry.Package.Name, entry.Package.Version)),
            entries.SelectMany(entry =>
                entry.Dependencies.Select(wanted => EdgeOf(entry.Package, wanted, installed))
            )
        );
    }

    private static GraphEdge EdgeOf(
        PipdeptreePackage package,
        PipdeptreePackage wanted,
        Dictionary<string, string> installed
    )
    {
        var constraint = wanted.Required is null or "Any" ? "" : wanted.Required;
        var name = Requirement.Normalize(wanted.Name);
        var version = installed.GetValueOrDefault(name);
        return new GraphEdge(
            Requirement.Normalize(package.Name),
            name,
            constraint,
            version is null || VersionSpecifier.Fits(constraint, version) == false
        );
    }
}
