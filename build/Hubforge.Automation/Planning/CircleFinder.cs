using Hubforge.Primitives;

namespace Hubforge.Automation.Planning;

/// <summary>Finds circles among targets. Any circle makes the build invalid, whatever is invoked.</summary>
internal static class CircleFinder
{
    /// <summary>Returns one problem for each circle that a depth-first walk closes; every target is visited once.</summary>
    public static IEnumerable<Problem> Find(IReadOnlyList<TargetModel> targets)
    {
        var finished = new HashSet<TargetModel>();
        var path = new List<TargetModel>();
        var position = new Dictionary<TargetModel, int>();
        var pending = new Stack<IEnumerator<TargetModel>>();
        foreach (var start in targets)
        {
            if (finished.Contains(start))
            {
                continue;
            }

            Enter(start);
            while (pending.TryPeek(out var next))
            {
                if (!next.MoveNext())
                {
                    pending.Pop();
                    finished.Add(path[^1]);
                    position.Remove(path[^1]);
                    path.RemoveAt(path.Count - 1);
                }
                else if (position.TryGetValue(next.Current, out var first))
                {
                    yield return Describe([.. path[first..], next.Current]);
                }
                else if (!finished.Contains(next.Current))
                {
                    Enter(next.Current);
                }
            }
        }

        void Enter(TargetModel target)
        {
            position.Add(target, path.Count);
            path.Add(target);
            pending.Push(Prerequisites(target).GetEnumerator());
        }
    }

    /// <summary>Returns what runs before the target where both are planned.</summary>
    public static IEnumerable<TargetModel> Prerequisites(TargetModel target) =>
        target.Dependencies.Concat(target.OrderDependencies).Concat(target.TriggerDependencies);

    private static Problem Describe(IReadOnlyList<TargetModel> circle) =>
        new(
            Severity.Error,
            $"Targets depend on each other in a circle: {string.Join(" -> ", circle)}"
        )
        {
            Try = $"remove one of these relations, such as the one of '{circle[0]}'",
        };
}
