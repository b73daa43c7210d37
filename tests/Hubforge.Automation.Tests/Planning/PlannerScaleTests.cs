using Hubforge.Automation.Execution;
using Hubforge.Automation.Planning;
using Hubforge.Automation.Reporting;
using Hubforge.Automation.Targets;

namespace Hubforge.Automation.Tests.Planning;

public sealed class PlannerScaleTests
{
    [Test]
    [CancelAfter(20_000)]
    public void A_layered_graph_with_a_thousand_million_paths_is_planned_at_once()
    {
        // Two targets a layer, thirty layers, each depending on both below: 2^30 paths.
        var targets = Layers(count: 30, width: 2);

        var circles = CircleFinder.Find(targets).ToArray();
        var plan = Planner.Create(new PlanRequest([.. targets.TakeLast(2)], null));

        Assert.That(circles, Is.Empty);
        Assert.That(plan.Nodes, Has.Count.EqualTo(60));
    }

    [Test]
    [CancelAfter(60_000)]
    public void A_chain_of_ten_thousand_targets_does_not_exhaust_the_stack()
    {
        var targets = Layers(count: 10_000, width: 1);

        var circles = CircleFinder.Find(targets).ToArray();
        var plan = Planner.Create(new PlanRequest([targets[^1]], null));

        Assert.That(circles, Is.Empty);
        Assert.That(plan.Nodes[0].Target, Is.SameAs(targets[0]));
        Assert.That(plan.Nodes[^1].Target, Is.SameAs(targets[^1]));
    }

    // Each read of a property makes a new delegate, and all of one object hash alike.
    [Test]
    [CancelAfter(60_000)]
    public void A_reference_to_a_target_is_found_without_asking_for_its_method()
    {
        var build = new Referring();
        var index = new TargetIndex();
        index.Add(build.Second, Model("Second"));
        index.Add(build.First, Model("First"));

        Assert.That(index.Recall(build.First)?.Name, Is.EqualTo("First"));
        Assert.That(index.Find(build.Second)?.Name, Is.EqualTo("Second"));
        Assert.That(index.Find(_ => _.Unlisted()), Is.Null);

        TargetModel Model(string name) => new(name, new TargetSpecification(build, null));
    }

    [Test]
    public void A_deep_plan_is_not_indented_beyond_what_can_be_read()
    {
        var targets = Layers(count: 2_000, width: 1);
        var plan = Planner.Create(new PlanRequest([targets[^1]], null));

        var text = PlanText.Of(
            [.. plan.Nodes.Select(node => new PlannedNode(node, Verdict.Run("runs every time")))],
            new Ansi(false)
        );

        Assert.That(text.Split('\n').Max(line => line.Length), Is.LessThan(120));
    }

    // Memory stands for work here: it does not depend on what else the machine does. The benchmarks measure the time.
    [Test]
    [CancelAfter(120_000)]
    public void Planning_ten_thousand_targets_takes_at_most_fifteen_times_what_a_thousand_take()
    {
        var small = Layers(count: 100, width: 10);
        var large = Layers(count: 1_000, width: 10);
        _ = AllocatedByPlanning(small);

        var ratio = AllocatedByPlanning(large) / AllocatedByPlanning(small);

        Assert.That(ratio, Is.LessThan(15));
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task Ten_thousand_nodes_are_scheduled_each_after_what_it_waits_for()
    {
        var targets = Layers(count: 1_000, width: 10);
        var plan = Planner.Create(new PlanRequest([.. targets.TakeLast(10)], null));
        var done = new bool[plan.Nodes.Count];
        var early = 0;

        await Scheduler.RunAsync(
            plan.Nodes,
            jobs: 8,
            node =>
            {
                early += Scheduler.Before(node).Count(before => !done[before.Index]);
                done[node.Index] = true;
                return Task.CompletedTask;
            }
        );

        Assert.That(early, Is.Zero);
        Assert.That(done, Is.All.True);
    }

    [Test]
    public async Task No_more_nodes_run_side_by_side_than_there_are_jobs()
    {
        var targets = Layers(count: 1, width: 20);
        var plan = Planner.Create(new PlanRequest(targets, null));
        var running = 0;
        var most = 0;

        await Scheduler.RunAsync(
            plan.Nodes,
            jobs: 3,
            async _ =>
            {
                var now = Interlocked.Increment(ref running);
                most = Math.Max(most, now);
                await Task.Delay(5);
                Interlocked.Decrement(ref running);
            }
        );

        Assert.That(most, Is.LessThanOrEqualTo(3));
    }

    private static double AllocatedByPlanning(IReadOnlyList<TargetModel> targets)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = CircleFinder.Find(targets).Count();
        _ = Planner.Create(new PlanRequest([.. targets.TakeLast(10)], null));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static List<TargetModel> Layers(int count, int width)
    {
        var build = new Empty();
        var targets = new List<TargetModel>();
        for (var layer = 0; layer < count; layer++)
        {
            var below = targets.TakeLast(layer == 0 ? 0 : width).ToArray();
            for (var i = 0; i < width; i++)
            {
                var target = new TargetModel($"T{layer}x{i}", new TargetSpecification(build, null))
                {
                    Order = targets.Count,
                };
                target.Dependencies.AddRange(below);
                targets.Add(target);
            }
        }

        return targets;
    }

    private sealed class Empty : HubforgeBuild;

    private sealed class Referring : HubforgeBuild
    {
        public Target First => _ => _.DependsOn(Second);

        public Target Second => _ => _.Before(First);
    }
}
