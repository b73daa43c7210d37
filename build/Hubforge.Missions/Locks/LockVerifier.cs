using Hubforge.Missions.Specs;
using Hubforge.Primitives;

namespace Hubforge.Missions.Locks;

/// <summary>What <c>CompileEnvs</c> does in a frozen build: it checks that locks are there and can be trusted, and names every input that changed since.</summary>
/// <param name="check">Compares locks with specs.</param>
public sealed class LockVerifier(LockCheck check)
{
    /// <summary>Returns the states of the environment's locks, one for each platform of the mission. Changed inputs are warnings, or errors when <paramref name="strict"/>.</summary>
    /// <exception cref="Images.MissingLocksException">The environment has no lock for one of the platforms.</exception>
    /// <exception cref="InvalidSpecsException">A lock cannot be trusted, or is older than its specs in a strict build.</exception>
    public IReadOnlyList<LockState> Verify(
        Mission mission,
        EnvironmentSpec environment,
        bool strict,
        IReporter reporter
    )
    {
        new LockStore(mission).Recover(environment.Name);
        List<LockState> states =
        [
            .. mission.Settings.Platforms.Select(platform =>
                check.Check(mission, environment, platform)
            ),
        ];
        if (states.Find(state => state.Lock is null) is { } missing)
        {
            throw new Images.MissingLocksException(mission, missing.Platform, [environment.Name]);
        }

        var problems = states
            .SelectMany(state => state.Problems.Concat(Describe(mission, state, strict)))
            .ToList();
        foreach (var problem in problems)
        {
            reporter.Report(problem);
        }

        return problems.Exists(problem => problem.Severity == Severity.Error)
            ? throw new InvalidSpecsException(
                $"The lock of environment '{environment.Name}' of mission '{mission.Name}' cannot be used.",
                problems
            )
            : states;
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
