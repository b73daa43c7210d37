using System.Collections.Immutable;

namespace Hubforge.Automation.Pipelines.Azure;

/// <summary>
/// Turns a job into one of Azure's. As on GitHub, the artifact that its own mission left tells a mission's job whether it may go on.
/// </summary>
internal sealed class AzureJobWriter(AzurePipelinesAttribute pipeline, PipelineJob job)
{
    /// <summary>The variable, and with it the environment variable, that tells NuGet where packages are.</summary>
    public const string PackagesVariable = "NUGET_PACKAGES";

    private const string Mission = "$(mission)";

    public AzureJob ToJob() =>
        new(IdOf(job))
        {
            DisplayName = job.Target.Name,
            DependsOn =
            [
                .. job.IsPerMission ? [DiscoveryJob.Id] : Array.Empty<string>(),
                .. job.Needs.Select(IdOf),
            ],
            Condition = Condition(),
            Matrix = job.IsPerMission
                ? $"$[ dependencies.{DiscoveryJob.Id}.outputs['{DiscoveryJob.Id}.{DiscoveryJob.MatrixOutput}'] ]"
                : null,
            Parallel = job.Target.Partitions,
            TimeoutMinutes = job.TimeoutMinutes,
            Steps =
            [
                .. Prepare(pipeline, wholeHistory: false),
                .. Fetches(),
                Run(),
                AzureTasks.ShowSummary,
                .. Keeps(),
            ],
        };

    /// <summary>Checks out and makes .NET ready.</summary>
    public static IEnumerable<AzureStep> Prepare(
        AzurePipelinesAttribute pipeline,
        bool wholeHistory
    )
    {
        yield return AzureTasks.Checkout(wholeHistory);
        yield return AzureTasks.SetUpDotNet;
        if (pipeline.CacheKeyFiles.Length > 0)
        {
            yield return AzureTasks.RestoreCache(pipeline.CacheKeyFiles, $"$({PackagesVariable})");
        }
    }

    private static string IdOf(PipelineJob job) => job.Id.Replace('-', '_');

    private static string ArtifactOf(PipelineJob job) =>
        job.IsPerMission ? $"{job.Id}-{Mission}"
        : job.Target.Partitions > 1 ? $"{job.Id}-$(System.JobPositionInPhase)"
        : job.Id;

    private string? Condition()
    {
        const string SomeMission =
            $"ne(dependencies.{DiscoveryJob.Id}.outputs['{DiscoveryJob.Id}.{DiscoveryJob.MissionsOutput}'], '[]')";
        if (!job.IsPerMission)
        {
            return job.Needs.Any(need => need.IsPerMission)
                ? "and(not(failed()), not(canceled()))"
                : null;
        }

        if (!job.Needs.Any(need => need.IsPerMission))
        {
            return $"and(succeeded(), {SomeMission})";
        }

        var whole = job
            .Needs.Where(need => !need.IsPerMission)
            .Select(IdOf)
            .Prepend(DiscoveryJob.Id)
            .Select(id => $"eq(dependencies.{id}.result, 'Succeeded')");
        return $"and(not(canceled()), {string.Join(", ", whole)}, {SomeMission})";
    }

    private IEnumerable<AzureStep> Fetches() =>
        job
            .Needs.Where(need => need.HandsOver(job))
            .SelectMany(need =>
                need.Target.Partitions > 1 || (need.IsPerMission && !job.IsPerMission)
                    ? AzureTasks.FetchAll($"{need.Id}-*")
                    : [AzureTasks.Fetch(ArtifactOf(need))]
            );

    private AzureStep Run() =>
        new(
            "bash",
            job.CommandLine(
                job.IsPerMission ? "\"$MISSION\"" : null,
                job.PartitionCount() is { } count ? $"\"$SYSTEM_JOBPOSITIONINPHASE/{count}\"" : null
            )
        )
        {
            DisplayName = job.Target.Name,
            Env =
            [
                .. job.IsPerMission
                    ? [KeyValuePair.Create("MISSION", Mission)]
                    : ImmutableArray<KeyValuePair<string, string>>.Empty,
                .. job.Secrets.Select(secret =>
                    KeyValuePair.Create(secret.EnvironmentName, $"$({secret.SecretName})")
                ),
            ],
        };

    private IEnumerable<AzureStep> Keeps()
    {
        var paths = job.ProducedFor(Mission).ToList();
        if (job.IsHandedOver)
        {
            foreach (var step in AzureTasks.Keep(ArtifactOf(job), paths))
            {
                yield return step;
            }
        }

        if (!pipeline.PublishArtifacts || paths.Count == 0)
        {
            yield break;
        }

        // A job that is run again may not write to the artifact of its first attempt.
        var name = $"{ArtifactOf(job)}-attempt$(System.JobAttempt)";
        var condition = job.IsHandedOver ? "failed()" : "not(canceled())";
        foreach (var step in AzureTasks.Keep(name, paths))
        {
            yield return step with
            {
                Condition = condition,
            };
        }
    }
}
