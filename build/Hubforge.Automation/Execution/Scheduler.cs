using System.Threading.Channels;
using Hubforge.Automation.Planning;

namespace Hubforge.Automation.Execution;

/// <summary>Starts each node when everything before it has ended, a limited number side by side. Linear in nodes and edges.</summary>
internal static class Scheduler
{
    /// <param name="nodes">Nodes in the order of the plan.</param>
    /// <param name="jobs">How many run side by side.</param>
    /// <param name="run">Runs a node; it decides itself what the outcomes before it mean. An exception from it ends the schedule.</param>
    public static async Task RunAsync(
        IReadOnlyList<TargetNode> nodes,
        int jobs,
        Func<TargetNode, Task> run
    )
    {
        var waiting = new int[nodes.Count];
        var dependents = new List<int>?[nodes.Count];
        var ready = new PriorityQueue<int, int>();
        foreach (var node in nodes)
        {
            foreach (var before in Before(node))
            {
                (dependents[before.Index] ??= []).Add(node.Index);
                waiting[node.Index]++;
            }

            if (waiting[node.Index] == 0)
            {
                ready.Enqueue(node.Index, node.Index);
            }
        }

        var ended = Channel.CreateUnbounded<(int Index, Exception? Bug)>();
        var running = 0;
        for (var done = 0; done < nodes.Count; done++)
        {
            while (running < jobs && ready.TryDequeue(out var next, out _))
            {
                running++;
                _ = StartAsync(nodes[next]);
            }

            var (index, bug) = await ended.Reader.ReadAsync();
            if (bug is not null)
            {
                throw new InvalidOperationException($"The engine failed at {nodes[index]}.", bug);
            }

            running--;
            foreach (var dependent in dependents[index] ?? [])
            {
                if (--waiting[dependent] == 0)
                {
                    ready.Enqueue(dependent, dependent);
                }
            }
        }

        async Task StartAsync(TargetNode node)
        {
            Exception? bug = null;
            try
            {
                await Task.Run(() => run(node));
            }
#pragma warning disable CA1031 // handed to the loop above, which throws it
            catch (Exception failure)
#pragma warning restore CA1031
            {
                bug = failure;
            }

            await ended.Writer.WriteAsync((node.Index, bug));
        }
    }

    /// <summary>Returns everything that has to end before a node starts.</summary>
    public static IEnumerable<TargetNode> Before(TargetNode node) =>
        node.Dependencies.Concat(node.TriggerDependencies).Concat(node.OrderDependencies);
}
