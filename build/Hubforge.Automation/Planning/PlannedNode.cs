using Hubforge.Automation.Execution;

namespace Hubforge.Automation.Planning;

/// <summary>A node and what a plan says of it.</summary>
internal sealed record PlannedNode(TargetNode Node, Verdict Verdict)
{
    /// <summary>The fingerprint, where it is known before the run.</summary>
    public Fingerprint? Fingerprint { get; init; }
}
