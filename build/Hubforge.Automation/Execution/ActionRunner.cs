using Hubforge.Primitives;

namespace Hubforge.Automation.Execution;

/// <summary>Runs the actions of a node, with its time limit and its attempts.</summary>
internal sealed class ActionRunner(RunState state)
{
    // Time for an action to end its processes and containers after it was told to stop.
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(20);

    public async Task RunAsync(NodeRun run, CancellationToken cancellationToken)
    {
        var specification = run.Node.Target.Specification;
        run.Started = state.Time.GetUtcNow();
        run.Status = NodeStatus.Running;
        var start = state.Time.GetTimestamp();
        state.Started(run);
        try
        {
            var delay = specification.RetryDelay;
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await RunOnceAsync(run, cancellationToken);
                    return;
                }
                catch (Exception failure)
                    when (attempt < specification.Attempts
                        && !cancellationToken.IsCancellationRequested
                    )
                {
                    run.Reporter.Write(
                        Severity.Warning,
                        $"Attempt {attempt} of {specification.Attempts} failed, next in {delay.TotalSeconds:0.#} s: {failure.Message}"
                    );
                }

                await Task.Delay(delay, state.Time, cancellationToken);
                delay *= 2;
            }
        }
        finally
        {
            run.Duration = state.Time.GetElapsedTime(start);
        }
    }

    private async Task RunOnceAsync(NodeRun run, CancellationToken cancellationToken)
    {
        if (run.Node.Target.Specification.Timeout is not { } limit)
        {
            await RunActionsAsync(run, cancellationToken);
            return;
        }

        using var timer = new CancellationTokenSource(limit, state.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            timer.Token,
            cancellationToken
        );
        // On a task of its own: an action that never looks at its token must not hold up the run for ever.
        var actions = Task.Run(() => RunActionsAsync(run, either.Token), CancellationToken.None);
        try
        {
            await Task.WhenAny(actions, Task.Delay(Timeout.Infinite, either.Token));
            await actions.WaitAsync(s_grace, state.Time, CancellationToken.None);
        }
        catch (Exception failure)
            when (timer.IsCancellationRequested
                && !cancellationToken.IsCancellationRequested
                && failure is OperationCanceledException or TimeoutException
            )
        {
            throw new TimeoutException(
                new FailureText(
                    $"{run.Node.Name} took longer than its {limit.TotalSeconds:0.##} s."
                ).Try("look for what it waits for, or raise the limit in its Timeout(...)"),
                failure
            );
        }
    }

    private static async Task RunActionsAsync(NodeRun run, CancellationToken cancellationToken)
    {
        run.Running = new RunningNode
        {
            Name = run.Node.Name,
            Item = run.Node.ItemName,
            Fingerprint = run.Node.Target.Specification.IsIncremental
                ? run.Facts?.Fingerprint
                : null,
            Reporter = run.Reporter,
            CancellationToken = cancellationToken,
        };
        RunningNode.Current = run.Running;
        foreach (var action in run.Node.Target.Specification.Actions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await action(run.Node.Item, cancellationToken);
        }
    }
}
