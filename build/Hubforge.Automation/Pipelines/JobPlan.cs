using System.Collections.Immutable;
using Hubforge.Primitives;

namespace Hubforge.Automation.Pipelines;

/// <summary>
/// Divides the targets of a pipeline among jobs. A job is an invoked target with everything it depends on up to the next invoked
/// targets; those become the jobs that it needs, as do invoked targets whose files it consumes.
/// </summary>
internal sealed class JobPlan(
    BuildOutline outline,
    PipelineAttribute pipeline,
    IReadOnlyList<PipelineJobAttribute> refinements
)
{
    private readonly Dictionary<string, PipelineJob> _jobs = [];
    private readonly List<string> _open = [];

    /// <summary>Returns the jobs, each after those that it needs. All names must exist: see <see cref="PipelineProblems"/>.</summary>
    public ImmutableArray<PipelineJob> ListJobs()
    {
        foreach (var name in pipeline.InvokedTargets)
        {
            JobOf(name);
        }

        return [.. _jobs.Values.Select(WithNeeds)];
    }

    private PipelineJob WithNeeds(PipelineJob job)
    {
        var dependents = _jobs
            .Values.Where(other => other.Needs.Any(need => need.Id == job.Id))
            .ToList();
        return job with
        {
            IsNeeded = dependents.Count > 0,
            IsHandedOver = dependents.Exists(job.HandsOver),
        };
    }

    private PipelineJob JobOf(string name)
    {
        if (_jobs.TryGetValue(name, out var known))
        {
            return known;
        }

        if (_open.Contains(name))
        {
            throw new InvalidBuildException(
                new FailureText(
                    $"Jobs of the pipeline '{pipeline.Name}' would wait for each other."
                )
                    .With(
                        "circle",
                        string.Join(" -> ", _open.SkipWhile(one => one != name).Append(name))
                    )
                    .Try("take a Consumes out of the circle")
            );
        }

        var target = outline.FindTarget(name)!;
        var (folded, needs) = Walk(target);
        _open.Add(name);
        var needed = needs.Select(JobOf).ToImmutableArray();
        _open.Remove(name);
        return _jobs[name] = Refine(
            new PipelineJob(target)
            {
                Needs = needed,
                Produces = [.. folded.SelectMany(inside => inside.Produces).Distinct()],
            }
        );
    }

    private PipelineJob Refine(PipelineJob job)
    {
        var own = refinements
            .Where(refinement => refinement.Pipeline == pipeline.Name)
            .Where(refinement => refinement.Target == job.Target.Name)
            .ToList();
        var secrets = pipeline.ImportSecrets.Concat(own.SelectMany(one => one.ImportSecrets));
        var variables = pipeline.ImportVariables.Concat(own.SelectMany(one => one.ImportVariables));
        return job with
        {
            Variables = [.. variables.Distinct().Select(name => outline.FindParameter(name)!)],
            Arguments = [.. pipeline.Arguments, .. own.SelectMany(one => one.Arguments)],
            Secrets = [.. secrets.Distinct().Select(name => outline.FindParameter(name)!)],
            TimeoutMinutes = own.Select(one => one.TimeoutMinutes)
                .Append(pipeline.TimeoutMinutes)
                .First(minutes => minutes > 0),
            EnvironmentName = own.Select(one => one.EnvironmentName)
                .FirstOrDefault(environment => environment is not null),
            ConcurrencyGroup = own.Select(one => one.ConcurrencyGroup)
                .FirstOrDefault(group => group is not null),
            Permissions = [.. own.SelectMany(one => one.Permissions).Distinct()],
        };
    }

    private (List<OutlineTarget> Folded, List<string> Needs) Walk(OutlineTarget start)
    {
        var folded = new List<OutlineTarget>();
        var needs = new List<string>();
        var seen = new HashSet<string> { start.Name };
        var waiting = new Queue<OutlineTarget>([start]);
        while (waiting.TryDequeue(out var target))
        {
            folded.Add(target);
            foreach (var name in target.DependsOn.Where(seen.Add))
            {
                if (pipeline.InvokedTargets.Contains(name))
                {
                    needs.Add(name);
                }
                else
                {
                    waiting.Enqueue(outline.FindTarget(name)!);
                }
            }

            needs.AddRange(target.Consumes.Where(pipeline.InvokedTargets.Contains).Where(seen.Add));
        }

        return (folded, needs);
    }
}
