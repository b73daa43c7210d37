using Hubforge.Missions.Specs;
using Hubforge.Primitives;
using Hubforge.Tools.Graphs;

namespace Hubforge.Missions.Graphs;

/// <summary>A graph around packages was ordered that the environment does not have.</summary>
public sealed class PackageNotInstalledException(
    string environment,
    IReadOnlyList<string> missing,
    DependencyGraph graph
)
    : HubforgeException(
        new FailureText($"Environment '{environment}' does not have {string.Join(", ", missing)}.")
            .With("has", Listed(graph))
            .Try(Advice(missing, graph))
    )
{
    private const int MostListed = 60;

    private static string Listed(DependencyGraph graph) =>
        graph.Packages.Count > MostListed
            ? $"{graph.Packages.Count} packages"
            : string.Join(", ", graph.Packages.Values.Select(package => package.Name));

    private static string Advice(IReadOnlyList<string> missing, DependencyGraph graph)
    {
        var names = missing
            .Select(name => Suggestions.Closest(PackageName.Normalise(name), graph.Packages.Keys))
            .OfType<string>()
            .Distinct()
            .ToList();
        return names.Count > 0
            ? $"--packages {string.Join(' ', names)}"
            : "choose from those that it has, or leave --packages out to draw all";
    }
}
