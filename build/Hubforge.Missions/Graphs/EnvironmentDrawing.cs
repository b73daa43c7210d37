using Hubforge.Primitives;
using Hubforge.Tools.Graphs;

namespace Hubforge.Missions.Graphs;

/// <summary>A graph of an environment, and where it was drawn.</summary>
/// <param name="Graph">What the drawing shows.</param>
/// <param name="Svg">For browsers.</param>
/// <param name="Png">The same as a picture.</param>
public sealed record EnvironmentDrawing(DependencyGraph Graph, AbsolutePath Svg, AbsolutePath Png);
