using Hubforge.Automation;
using Hubforge.Missions.Specs;
using Hubforge.Primitives;

namespace Hubforge.Build;

/// <summary>Checks what people wrote before anything runs.</summary>
internal interface ICheck : IHubforgeBuild
{
    /// <summary>The missions that were asked for; all when none was.</summary>
    IReadOnlyList<string> CheckedMissions { get; }

    Target Check =>
        target =>
            target
                .Description(
                    "Checks mission.yml, specs, lists and locks of the missions and names every problem with file and line"
                )
                .Executes(CheckSpecs);

    private void CheckSpecs()
    {
        var problems = new SpecChecker(new Deployments(RootDirectory)).Check([.. CheckedMissions]);
        foreach (var problem in problems)
        {
            Reporter.Report(problem);
        }

        var errors = problems.Count(problem => problem.Severity == Severity.Error);
        if (errors > 0)
        {
            throw new InvalidSpecsException(
                $"{errors} problems in the specs of {string.Join(", ", CheckedMissions)}.",
                problems
            );
        }
    }
}
