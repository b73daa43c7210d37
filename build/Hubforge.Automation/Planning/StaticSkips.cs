namespace Hubforge.Automation.Planning;

/// <summary>Finds the targets that are left out before anything runs, with the reason.</summary>
internal sealed class StaticSkips
{
    private readonly Dictionary<TargetModel, string> _reasons = [];
    private readonly Dictionary<TargetModel, int> _needs = [];
    private readonly Queue<TargetModel> _toSpread = new();
    private readonly HashSet<TargetModel> _invoked;

    private StaticSkips(IEnumerable<TargetModel> invoked) => _invoked = [.. invoked];

    public static Dictionary<TargetModel, string> Find(
        IReadOnlyList<TargetModel> targets,
        PlanRequest request
    )
    {
        var skips = new StaticSkips(request.Invoked);
        skips.CountNeeds(targets);
        foreach (var target in targets)
        {
            skips.Check(target, request.Skipped);
        }

        skips.Spread();
        return skips._reasons;
    }

    private void CountNeeds(IReadOnlyList<TargetModel> targets)
    {
        foreach (var target in targets)
        {
            foreach (var needed in Needed(target))
            {
                _needs[needed] = _needs.GetValueOrDefault(needed) + 1;
            }
        }
    }

    private void Check(TargetModel target, IReadOnlyList<TargetModel>? skipped)
    {
        // All violated conditions are named; an invoked target is only skipped by its own.
        var violated = target.Specification.StaticConditions.Where(condition =>
            !condition.IsMet(null)
        );
        var text = string.Join(" && ", violated.Select(condition => condition.Text));
        if (text.Length > 0)
        {
            Skip(target, $"OnlyWhen: {text}");
        }
        else if (
            skipped is not null
            && !_invoked.Contains(target)
            && (skipped.Count == 0 || skipped.Contains(target))
        )
        {
            Skip(target, "via parameter");
        }
    }

    private void Skip(TargetModel target, string reason)
    {
        if (_reasons.TryAdd(target, reason))
        {
            _toSpread.Enqueue(target);
        }
    }

    private void Spread()
    {
        while (_toSpread.TryDequeue(out var target))
        {
            if (target.Specification.WhenSkipped == DependencyBehavior.Execute)
            {
                continue;
            }

            foreach (var needed in Needed(target))
            {
                _needs[needed]--;
                if (_needs[needed] == 0 && !_invoked.Contains(needed))
                {
                    Skip(needed, $"because of {target.Name}");
                }
            }
        }
    }

    private static IEnumerable<TargetModel> Needed(TargetModel target) =>
        target.Dependencies.Concat(target.Triggers);
}
