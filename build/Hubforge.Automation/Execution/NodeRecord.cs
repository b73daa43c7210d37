using System.Collections.Immutable;
using Hubforge.Primitives;

namespace Hubforge.Automation;

/// <summary>How one node of a run went; an entry of <c>artifacts/run.json</c>.</summary>
/// <param name="Name">Target and item, such as <c>Test[roman]</c>.</param>
/// <param name="Status">Its outcome.</param>
public sealed record NodeRecord(string Name, NodeStatus Status)
{
    /// <summary>Name of the target.</summary>
    public required string Target { get; init; }

    /// <summary>Name of the item; null without <c>ForEach</c>.</summary>
    public string? Item { get; init; }

    /// <summary>When it started; null when it did not.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>How long its actions took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Why it ran, was skipped or failed, in a line.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Its fingerprint; null when none was computed.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Pairs that the target reported for the summary.</summary>
    public ImmutableArray<NamedText> Summary { get; init; } = [];

    /// <summary>Problems that it reported.</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];

    /// <summary>Whole text of the failure; null when it did not fail.</summary>
    public string? Failure { get; init; }
}
