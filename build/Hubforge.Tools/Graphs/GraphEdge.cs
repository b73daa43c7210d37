namespace Hubforge.Tools.Graphs;

/// <summary>One package requires another.</summary>
/// <param name="From">The normalised name of the one that requires.</param>
/// <param name="To">The normalised name of the one that is required.</param>
/// <param name="Constraint">What is asked of its version; empty when any will do.</param>
/// <param name="IsConflict">Whether the installed version does not fit, or none is installed.</param>
public sealed record GraphEdge(string From, string To, string Constraint, bool IsConflict);
