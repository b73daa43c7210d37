using Hubforge.Automation.Planning;

namespace Hubforge.Automation.Execution;

/// <summary>Starts each node when everything before it has ended, a limited number side by side. Linear in nodes and edges, but for the order of those that are ready.</summary>
internal sealed class Scheduler
{
    private readonly Lock _lock = new();
    private readonly int[] _waiting;
    private readonly List<TargetNode>?[] _dependents;
    private readonly SortedSet<TargetNode> _ready = new(new PlanOrder());
    private readonly TaskCompletionSource _finished = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private readonly Func<TargetNode, Task> _run;
    private int _idle;
    private int _left;

    private Scheduler(IReadOnlyList<TargetNode> nodes, int jobs, Func<TargetNode, Task> run)
    {
        _run = run;
        _idle = jobs;
        _left = nodes.Count;
        _waiting = new int[nodes.Count];
        _dependents = new List<TargetNode>?[nodes.Count];
        foreach (var node in nodes)
        {
            foreach (var before in Before(node))
            {
                (_dependents[before.Index] ??= []).Add(node);
                _waiting[node.Index]++;
            }

            if (_waiting[node.Index] == 0)
            {
                _ready.Add(node);
            }
        }
    }

    /// <param name="nodes">Nodes in the order of the plan.</param>
    /// <param name="jobs">How many run side by side.</param>
    /// <param name="run">Runs a node; it decides itself what the outcomes before it mean. An exception from it ends the schedule.</param>
    public static Task RunAsync(
        IReadOnlyList<TargetNode> nodes,
        int jobs,
        Func<TargetNode, Task> run
    )
    {
        if (nodes.Count == 0)
        {
            return Task.CompletedTask;
        }

        var scheduler = new Scheduler(nodes, jobs, run);
        scheduler.StartReady();
#pragma warning disable VSTHRD003 // completed by the nodes' own tasks, in no context that could wait for it
        return scheduler._finished.Task;
#pragma warning restore VSTHRD003
    }

    /// <summary>Returns everything that has to end before a node starts.</summary>
    public static IEnumerable<TargetNode> Before(TargetNode node) =>
        node.Dependencies.Concat(node.TriggerDependencies).Concat(node.OrderDependencies);

    private void StartReady()
    {
        lock (_lock)
        {
            while (_idle > 0 && _ready.Min is { } node)
            {
                _ready.Remove(node);
                _idle--;
                _ = Task.Run(() => RunOneAsync(node));
            }
        }
    }

    private async Task RunOneAsync(TargetNode node)
    {
        try
        {
            await _run(node);
            if (End(node))
            {
                _finished.SetResult();
            }
            else
            {
                StartReady();
            }
        }
#pragma warning disable CA1031 // handed to the caller through the task
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _finished.TrySetException(
                new InvalidOperationException($"The engine failed at {node}.", failure)
            );
        }
    }

    // Returns whether this was the last one.
    private bool End(TargetNode node)
    {
        lock (_lock)
        {
            _idle++;
            foreach (var dependent in _dependents[node.Index] ?? [])
            {
                if (--_waiting[dependent.Index] == 0)
                {
                    _ready.Add(dependent);
                }
            }

            return --_left == 0;
        }
    }

    private sealed class PlanOrder : IComparer<TargetNode>
    {
        public int Compare(TargetNode? x, TargetNode? y) =>
            (x?.Index ?? -1).CompareTo(y?.Index ?? -1);
    }
}
