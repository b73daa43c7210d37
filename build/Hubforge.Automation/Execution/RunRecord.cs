using System.Collections.Immutable;

namespace Hubforge.Automation;

/// <summary>How a run went; written to <c>artifacts/run.json</c>.</summary>
public sealed record RunRecord
{
    /// <summary>When it started.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How long it took, start-up aside.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>What the program ends with.</summary>
    public required int ExitCode { get; init; }

    /// <summary>The targets that were asked for.</summary>
    public required ImmutableArray<string> Invoked { get; init; }

    /// <summary>All nodes in the order of the plan.</summary>
    public required ImmutableArray<NodeRecord> Nodes { get; init; }
}
