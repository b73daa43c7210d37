using System.Collections.Immutable;
using Hubforge.Containers.Engine;
using Hubforge.Primitives;

namespace Hubforge.Containers;

/// <summary>No engine answered. The message lists every place that was looked at and why it was rejected.</summary>
public sealed class EngineUnavailableException(
    ImmutableArray<RejectedCandidate> rejected,
    string hint
)
    : HubforgeException(
        new FailureText("No container engine answers.")
            .With("looked at", string.Join('\n', rejected))
            .Try(hint)
    )
{
    /// <summary>Where was looked, in order, with the reason of each rejection.</summary>
    public ImmutableArray<RejectedCandidate> Rejected { get; } = rejected;
}
