namespace Hubforge.Automation.Planning;

/// <summary>Makes the plan of a run: what is needed, in which order, and what is left out. Linear in targets and relations.</summary>
internal static class Planner
{
    public static Plan Create(PlanRequest request)
    {
        var targets = Order(request.Invoked, Collect(request.Invoked));
        var skips = StaticSkips.Find(targets, request);
        return new Plan(targets, NodeFactory.Create(targets, request.Invoked, skips))
        {
            Invoked = request.Invoked,
        };
    }

    private static HashSet<TargetModel> Collect(IReadOnlyList<TargetModel> invoked)
    {
        var needed = new HashSet<TargetModel>();
        var pending = new Stack<TargetModel>(invoked);
        while (pending.TryPop(out var target))
        {
            if (needed.Add(target))
            {
                target.Dependencies.ForEach(pending.Push);
                target.Triggers.ForEach(pending.Push);
            }
        }

        return needed;
    }

    // Depth first with an own stack: a chain of targets can be longer than the thread's stack is deep.
    private static List<TargetModel> Order(
        IReadOnlyList<TargetModel> invoked,
        HashSet<TargetModel> needed
    )
    {
        var ordered = new List<TargetModel>(needed.Count);
        var entered = new HashSet<TargetModel>();
        var path = new Stack<TargetModel>();
        var pending = new Stack<IEnumerator<TargetModel>>();
        foreach (var start in invoked.Concat(needed.OrderBy(target => target.Order)))
        {
            Enter(start);
            while (pending.TryPeek(out var before))
            {
                if (before.MoveNext())
                {
                    Enter(before.Current);
                }
                else
                {
                    pending.Pop();
                    ordered.Add(path.Pop());
                }
            }
        }

        return ordered;

        void Enter(TargetModel target)
        {
            if (needed.Contains(target) && entered.Add(target))
            {
                path.Push(target);
                pending.Push(CircleFinder.Prerequisites(target).GetEnumerator());
            }
        }
    }
}
