namespace Hubforge.Tools.Graphs;

/// <summary>A package in a dependency graph.</summary>
/// <param name="Name">The name as it is shown; packages are the same when their normalised names are.</param>
/// <param name="Version">The installed version; null when it is required and not installed.</param>
public sealed record GraphPackage(string Name, string? Version);
