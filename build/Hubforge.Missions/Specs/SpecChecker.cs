using Hubforge.Missions.Specs.Checks;
using Hubforge.Primitives;

namespace Hubforge.Missions.Specs;

/// <summary>Checks the files of missions before anything runs: what the target <c>Check</c> does. Nothing is changed.</summary>
/// <param name="deployments">The missions.</param>
public sealed class SpecChecker(Deployments deployments)
{
    /// <summary>Returns everything that is wrong with the named missions, by file and line; an empty list of names means all.</summary>
    /// <exception cref="UnknownMissionException">One of the names does not exist.</exception>
    public IReadOnlyList<Problem> Check(IReadOnlyCollection<string> names)
    {
        var problems = new ProblemList();
        foreach (var name in names.Count == 0 ? deployments.ListNames() : names)
        {
            if (deployments.Read(name, problems) is { } mission)
            {
                new MissionCheck(mission, problems).Run();
            }
        }

        return problems.ToSorted();
    }

    /// <summary>Reports everything that is wrong.</summary>
    /// <exception cref="InvalidSpecsException">Something is wrong enough to stop.</exception>
    public void Require(IReadOnlyCollection<string> names, IReporter reporter)
    {
        Report("The specs have mistakes.", Check(names), reporter);
    }

    /// <summary>The same for one environment, whose files are read anew.</summary>
    /// <exception cref="InvalidSpecsException">Something is wrong enough to stop.</exception>
    internal static void Require(Mission mission, EnvironmentSpec environment, IReporter reporter)
    {
        var problems = new ProblemList();
        new EnvironmentCheck(mission, environment, problems).Run();
        Report(
            $"The specs of environment '{environment.Name}' have mistakes.",
            problems.ToSorted(),
            reporter
        );
    }

    private static void Report(string headline, IReadOnlyList<Problem> problems, IReporter reporter)
    {
        foreach (var problem in problems)
        {
            reporter.Report(problem);
        }

        if (problems.Any(problem => problem.Severity == Severity.Error))
        {
            throw new InvalidSpecsException(headline, problems);
        }
    }
}
