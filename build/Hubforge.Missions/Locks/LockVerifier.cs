using Hubforge.Missions.Specs;
using Hubforge.Primitives;

namespace Hubforge.Missions.Locks;

/// <summary>What <c>CompileEnvs</c> does in a frozen build: it checks that locks are there and can be trusted, and names every input that changed since.</summary>
/// <param name="check">Compares locks with specs.</param>
public sealed class LockVerifier(LockCheck check)
{
    /// <summary>Returns the states of all locks of the mission. Changed inputs are warnings, or errors when <paramref name="strict"/>.</summary>
    /// <exception cref="Images.MissingLocksException">An environment has no lock.</exception>
    /// <exception cref="InvalidSpecsException">A lock cannot be trusted, or is older than its specs in a strict build.</exception>
    public IReadOnlyList<LockState> Verify(Mission mission, bool strict, IReporter reporter)
    {
        new LockStore(mission).Recover();
        List<LockState> states =
        [
            .. mission.Settings.Platforms.SelectMany(platform =>
                mission.Environments.Select(environment =>
                    check.Check(mission, environment, platform)
                )
            ),
        ];
        RequireAll(mission, states);
        var problems = states
            .SelectMany(state => state.Problems.Concat(Describe(mission, state, strict)))
            .ToList();
        foreach (var problem in problems)
        {
            reporter.Report(problem);
        }

        return problems.Exists(problem => problem.Severity == Severity.Error)
            ? throw new InvalidSpecsException(
                $"The locks of mission '{mission.Name}' cannot be used.",
                problems
            )
            : states;
    }

    private static void RequireAll(Mission mission, IEnumerable<LockState> states)
    {
        foreach (
            var group in states.Where(state => state.Lock is null).GroupBy(state => state.Platform)
        )
        {
            throw new Images.MissingLocksException(
                mission,
                group.Key,
                [.. group.Select(state => state.Environment)]
            );
        }
    }

    private static IEnumerable<Problem> Describe(Mission mission, LockState state, bool strict) =>
        state.Changes.Select(change => new Problem(
            strict ? Severity.Error : Severity.Warning,
            $"{change} since environment '{state.Environment}' was locked; the lock is what gets installed"
        )
        {
            File = change.File ?? state.Lock!.Folder / LockNames.Manifest,
            Line = 1,
            Try = $"./build.sh CompileEnvs --mission {mission.Name} --use-frozen 0",
        });
}
