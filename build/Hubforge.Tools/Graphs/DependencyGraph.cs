using System.Collections.Immutable;
using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Graphs;

/// <summary>Which installed package requires which, with the versions asked for.</summary>
/// <param name="Packages">By normalised name.</param>
/// <param name="Edges">Sorted by both ends.</param>
public sealed record DependencyGraph(
    ImmutableSortedDictionary<string, GraphPackage> Packages,
    ImmutableArray<GraphEdge> Edges
)
{
    /// <summary>The requirements that are not met.</summary>
    public IEnumerable<GraphEdge> Conflicts => Edges.Where(edge => edge.IsConflict);

    /// <summary>Makes a graph; packages that are only required are added without a version.</summary>
    public static DependencyGraph Of(
        IEnumerable<GraphPackage> packages,
        IEnumerable<GraphEdge> edges
    )
    {
        var sorted = edges
            .Distinct()
            .OrderBy(edge => edge.From, StringComparer.Ordinal)
            .ThenBy(edge => edge.To, StringComparer.Ordinal)
            .ToImmutableArray();
        var known = packages
            .GroupBy(package => Requirement.Normalize(package.Name))
            .ToDictionary(group => group.Key, group => group.First());
        foreach (var edge in sorted)
        {
            known.TryAdd(edge.From, new GraphPackage(edge.From, null));
            known.TryAdd(edge.To, new GraphPackage(edge.To, null));
        }

        return new DependencyGraph(
            known.ToImmutableSortedDictionary(StringComparer.Ordinal),
            sorted
        );
    }

    /// <summary>Returns both graphs in one; where both know a package, this one's version counts.</summary>
    public DependencyGraph With(DependencyGraph other) =>
        Of([.. Packages.Values, .. other.Packages.Values], [.. Edges, .. other.Edges]);

    /// <summary>
    /// Returns the part that is reached from the named packages: what they require, or with <paramref name="reverse"/> what requires them.
    /// The whole graph when none is named; names that are not there are left out.
    /// </summary>
    public DependencyGraph Around(IReadOnlyCollection<string> names, bool reverse)
    {
        if (names.Count == 0)
        {
            return this;
        }

        var steps = Edges.ToLookup(
            edge => reverse ? edge.To : edge.From,
            edge => reverse ? edge.From : edge.To
        );
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(
            names.Select(Requirement.Normalize).Where(Packages.ContainsKey)
        );
        while (waiting.TryDequeue(out var name))
        {
            if (reached.Add(name))
            {
                foreach (var next in steps[name])
                {
                    waiting.Enqueue(next);
                }
            }
        }

        return new DependencyGraph(
            Packages.RemoveRange(Packages.Keys.Where(name => !reached.Contains(name))),
            [.. Edges.Where(edge => reached.Contains(edge.From) && reached.Contains(edge.To))]
        );
    }
}
