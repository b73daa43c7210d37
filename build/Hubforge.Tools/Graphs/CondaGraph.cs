using Hubforge.Tools.Conda;
using Hubforge.Tools.Pip;
using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Graphs;

/// <summary>Makes graphs of conda packages: of a solve, of <c>repoquery</c>, or of the files in <c>conda-meta</c>.</summary>
public static class CondaGraph
{
    /// <summary>Returns the graph. Requirements on the system (<c>__glibc</c>) are left out.</summary>
    public static DependencyGraph From(IReadOnlyCollection<CondaPackage> packages)
    {
        var versions = packages
            .GroupBy(package => Requirement.Normalize(package.Name))
            .ToDictionary(group => group.Key, group => group.First().Version);
        var edges = packages.SelectMany(package =>
            package
                .Depends.Select(CondaRequirement.Parse)
                .Where(wanted => !wanted.Package.StartsWith("__", StringComparison.Ordinal))
                .Select(wanted => EdgeOf(package.Name, wanted, versions))
        );
        return DependencyGraph.Of(
            packages.Select(package => new GraphPackage(package.Name, package.Version)),
            edges
        );
    }

    private static GraphEdge EdgeOf(
        string from,
        Requirement wanted,
        Dictionary<string, string> versions
    )
    {
        var installed = versions.GetValueOrDefault(wanted.NormalizedName);
        return new GraphEdge(
            Requirement.Normalize(from),
            wanted.NormalizedName,
            wanted.Specifier,
            installed is null || VersionSpecifier.Fits(wanted.Specifier, installed) == false
        );
    }
}
