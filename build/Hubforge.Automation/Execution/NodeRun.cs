using Hubforge.Automation.Fingerprints;
using Hubforge.Automation.Planning;
using Hubforge.Automation.Reporting;

namespace Hubforge.Automation.Execution;

/// <summary>What is known of a node while the run goes on. Written by the node's own task, read by others after it ended.</summary>
internal sealed class NodeRun(TargetNode node, NodeReporter reporter)
{
    public TargetNode Node { get; } = node;

    public NodeReporter Reporter { get; } = reporter;

    public NodeStatus Status { get; set; } = NodeStatus.Scheduled;

    public string Reason { get; set; } = "";

    public DateTimeOffset? Started { get; set; }

    public TimeSpan Duration { get; set; }

    public NodeFacts? Facts { get; set; }

    /// <summary>What the node hands to the fingerprints of its dependents.</summary>
    public string Contribution { get; set; } = "none";

    /// <summary>Name of the node whose failure is the cause, when this one did not run.</summary>
    public string? Cause { get; set; }

    public string? Failure { get; set; }

    public RunningNode? Running { get; set; }

    /// <summary>Whether dependents have to stay away.</summary>
    public bool Stops =>
        Status switch
        {
            NodeStatus.Failed => !Node.Target.Specification.ProceedAfterFailure,
            NodeStatus.Aborted or NodeStatus.NotRun => true,
            _ => false,
        };

    public NodeRecord ToRecord() =>
        new(Node.Name, Status)
        {
            Target = Node.Target.Name,
            Item = Node.ItemName,
            Started = Started,
            Duration = Duration,
            Reason = Reason,
            Fingerprint = Facts?.Fingerprint.Value,
            Summary = [.. Running?.Summary() ?? []],
            Problems = [.. Reporter.Problems],
            Failure = Failure,
        };
}
