using System.Collections.Immutable;
using Hubforge.Primitives;

namespace Hubforge.Automation.Pipelines;

/// <summary>Writes all pipelines of a build as text, without touching a file.</summary>
internal sealed class PipelineFiles(
    BuildOutline outline,
    IReadOnlyList<PipelineAttribute> pipelines,
    IReadOnlyList<PipelineJobAttribute> refinements
)
{
    /// <summary>Returns the files in the order of their paths.</summary>
    /// <exception cref="InvalidBuildException">Attributes name what does not exist, or ask for what a host cannot do.</exception>
    public ImmutableArray<GeneratedFile> Generate()
    {
        var problems = new PipelineProblems(outline, pipelines, refinements).List();
        ThrowIfAny(problems);
        var planned = pipelines
            .Select(pipeline =>
                (pipeline, jobs: new JobPlan(outline, pipeline, refinements).ListJobs())
            )
            .ToList();
        ThrowIfAny([
            .. planned.SelectMany(plan =>
                plan.pipeline.FindProblems(outline, plan.jobs)
                    .Select(message => new Problem(Severity.Error, message))
            ),
        ]);
        return
        [
            .. planned
                .Select(plan => new GeneratedFile(
                    plan.pipeline.Path,
                    plan.pipeline.Write(outline, plan.jobs)
                ))
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];
    }

    private static void ThrowIfAny(IReadOnlyList<Problem> problems)
    {
        if (problems.Count > 0)
        {
            throw new InvalidBuildException(problems);
        }
    }
}
