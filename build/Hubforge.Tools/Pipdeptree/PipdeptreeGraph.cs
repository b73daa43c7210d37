using Hubforge.Tools.Graphs;
using Hubforge.Tools.Pip;
using Hubforge.Tools.Replies;
using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Pipdeptree;

/// <summary>Makes graphs of what <c>pipdeptree --json</c> prints. It names conflicts only on standard error, so they are found from the versions.</summary>
public static class PipdeptreeGraph
{
    private const string NotInstalled = "?";

    /// <summary>Returns the graph.</summary>
    /// <exception cref="UnreadableReplyException">The text holds no such JSON.</exception>
    public static DependencyGraph Parse(string output)
    {
        var entries = Reply.Get("pipdeptree", output, PipdeptreeJson.Default.ListPipdeptreeEntry);
        return DependencyGraph.Of(
            entries.Select(entry => new GraphPackage(entry.Package.Name, entry.Package.Version)),
            entries.SelectMany(entry =>
                entry.Dependencies.Select(wanted => EdgeOf(entry.Package, wanted))
            )
        );
    }

    private static GraphEdge EdgeOf(PipdeptreePackage package, PipdeptreePackage wanted)
    {
        var constraint = wanted.Required is null or "Any" ? "" : wanted.Required;
        return new GraphEdge(
            Requirement.Normalize(package.Name),
            Requirement.Normalize(wanted.Name),
            constraint,
            wanted.Version == NotInstalled
                || VersionSpecifier.Fits(constraint, wanted.Version) == false
        );
    }
}
