namespace Hubforge.Benchmarks.Processes;

/// <summary>One side of a pair.</summary>
/// <param name="Label">As it stands in the table.</param>
/// <param name="Seconds">One value a round.</param>
internal sealed record Measured(string Label, Spread Seconds);
