using System.Diagnostics.CodeAnalysis;
using Hubforge.Automation.Fingerprints;
using Hubforge.Automation.Planning;
using Hubforge.Primitives;

namespace Hubforge.Automation.Execution;

/// <summary>Takes one node from scheduled to its outcome.</summary>
internal sealed class NodeRunner(RunState state)
{
    public async Task RunAsync(TargetNode node)
    {
        var run = state.RunOf(node);
        if (!Leave(run))
        {
            await DecideAsync(run);
        }

        run.Contribution = ContributionOf(run);
        state.Ended(run);
    }

    private static void End(NodeRun run, NodeStatus status, string reason)
    {
        run.Status = status;
        run.Reason = reason;
    }

    private static bool IsAssured(NodeRun run) => run.Node.Target.Specification.AssuredAfterFailure;

    // Outcomes that need no look at inputs.
    private bool Leave(NodeRun run)
    {
        if (!IsAssured(run))
        {
            if (FindObstacle(run.Node) is { } obstacle)
            {
                run.Cause = obstacle.Cause ?? obstacle.Node.Name;
                End(
                    run,
                    NodeStatus.NotRun,
                    obstacle.Reason == "cancelled" ? "cancelled" : $"{run.Cause} failed"
                );
                return true;
            }

            if (state.Stopping.Soft.IsCancellationRequested)
            {
                End(run, NodeStatus.NotRun, "cancelled");
                return true;
            }
        }

        var skip = run.Node.SkipReason ?? SkippedTrigger(run.Node) ?? state.FindAttempt(run.Node);
        if (skip is not null)
        {
            End(run, NodeStatus.Skipped, skip);
            return false;
        }

        return false;
    }

    private NodeRun? FindObstacle(TargetNode node)
    {
        foreach (var before in node.Dependencies.Concat(node.TriggerDependencies))
        {
            if (state.RunOf(before) is { Stops: true } obstacle)
            {
                return obstacle;
            }
        }

        return null;
    }

    private string? SkippedTrigger(TargetNode node) =>
        node is { IsInvoked: false, TriggerDependencies.Count: > 0 }
        && !state.IsNeeded(node)
        && node.TriggerDependencies.TrueForAll(trigger =>
            state.RunOf(trigger).Status == NodeStatus.Skipped
        )
            ? $"because of {node.TriggerDependencies[0].Target.Name}"
            : null;

    [SuppressMessage(
        "Design",
        "CA1031",
        Justification = "Whatever a target throws is its failure."
    )]
    private async Task DecideAsync(NodeRun run)
    {
        try
        {
            var facts = await ReadFactsAsync(run);
            if (run.Status == NodeStatus.Skipped)
            {
                return;
            }

            if (run.Node.IsCollective)
            {
                End(run, NodeStatus.Collective, "");
            }
            else if (FindViolated(run.Node) is { } condition)
            {
                End(run, NodeStatus.Skipped, $"OnlyWhen: {condition}");
            }
            else
            {
                await RunOrSkipAsync(run, facts);
            }
        }
        catch (OperationCanceledException) when (state.Stopping.Soft.IsCancellationRequested)
        {
            End(run, NodeStatus.Aborted, "cancelled");
        }
        catch (Exception failure)
        {
            run.Failure = failure is HubforgeException or TimeoutException
                ? failure.Message
                : failure.ToString();
            End(run, NodeStatus.Failed, FirstLine(failure));
        }
    }

    private static string FirstLine(Exception failure)
    {
        var message = failure.Message.AsSpan();
        var end = message.IndexOfAny('\r', '\n');
        return (end < 0 ? message : message[..end]).ToString();
    }

    private static string? FindViolated(TargetNode node)
    {
        var violated = node
            .Target.Specification.DynamicConditions.Where(condition => !condition.IsMet(node.Item))
            .Select(condition => condition.Text)
            .ToArray();
        return violated.Length == 0 ? null : string.Join(" && ", violated);
    }

    private async Task<NodeFacts?> ReadFactsAsync(NodeRun run)
    {
        if (!state.CountsForFingerprint(run.Node))
        {
            return null;
        }

        var needs = run.Node.Dependencies.Select(need => new NamedText(
            need.Name,
            state.RunOf(need).Contribution
        ));
        try
        {
            run.Facts = await state.Fingerprinter.ReadAsync(run.Node, needs, TokenOf(run));
        }
        catch (Exception failure)
            when (run.Status == NodeStatus.Skipped && failure is not OperationCanceledException)
        {
            // What a skipped target would have looked at need not be there.
            run.Facts = null;
        }

        return run.Facts;
    }

    private CancellationToken TokenOf(NodeRun run) =>
        IsAssured(run) ? state.Stopping.Hard : state.Stopping.Soft;

    private async Task RunOrSkipAsync(NodeRun run, NodeFacts? facts)
    {
        if (facts is null || !run.Node.Target.Specification.IsIncremental)
        {
            await new ActionRunner(state).RunAsync(run, TokenOf(run));
            End(run, NodeStatus.Succeeded, "");
            return;
        }

        var verdict = await state.Freshness.JudgeAsync(
            run.Node,
            facts,
            name => state.HasRun(name),
            TokenOf(run)
        );
        if (verdict.Kind == VerdictKind.UpToDate && state.Forces(run.Node))
        {
            verdict = Verdict.Run("--force");
        }

        if (verdict.Kind == VerdictKind.UpToDate)
        {
            End(run, NodeStatus.UpToDate, verdict.Text);
        }
        else
        {
            state.Journal.Forget(run.Node.Name);
            run.Reason = verdict.Text;
            await new ActionRunner(state).RunAsync(run, TokenOf(run));
            End(run, NodeStatus.Succeeded, verdict.Text);
        }

        run.Facts = facts with { Outputs = state.Fingerprinter.ReadOutputs(run.Node) };
        if (
            verdict.Kind == VerdictKind.Run
            || state.Journal.Find(run.Node.Name)?.Fingerprint != facts.Fingerprint
        )
        {
            state.Journal.Save(run.Node.Name, run.Facts);
        }
    }

    private string ContributionOf(NodeRun run)
    {
        if (run.Status is NodeStatus.Failed or NodeStatus.Aborted or NodeStatus.NotRun)
        {
            return "failed";
        }

        return run.Facts switch
        {
            null => "none",
            { Outputs: { } outputs } => outputs,
            var facts => state.Fingerprinter.ReadOutputs(run.Node) ?? facts.Fingerprint.Value,
        };
    }
}
