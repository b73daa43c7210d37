using System.Collections.Immutable;
using Hubforge.Automation.Pipelines.Yaml;

namespace Hubforge.Automation.Pipelines.Azure;

/// <summary>Turns the jobs of a pipeline into Azure's.</summary>
internal sealed class AzurePipelineWriter(
    AzurePipelinesAttribute pipeline,
    IReadOnlyList<PipelineJob> jobs
)
{
    private const string ChangedSince = "changedSince";

    private bool ComparesMissions =>
        pipeline.ChangedMissionsOnly && jobs.Any(job => job.IsPerMission);

    public AzurePipeline ToPipeline() =>
        new()
        {
            Trigger = NullIfEmpty(
                new AzureFilter
                {
                    Branches = [.. pipeline.OnPushBranches],
                    Tags = [.. pipeline.OnPushTags],
                    IncludePaths = [.. pipeline.OnPushIncludePaths],
                    ExcludePaths = [.. pipeline.OnPushExcludePaths],
                }
            ),
            PullRequest = NullIfEmpty(
                new AzureFilter
                {
                    Branches = [.. pipeline.OnPullRequestBranches],
                    IncludePaths = [.. pipeline.OnPullRequestIncludePaths],
                    ExcludePaths = [.. pipeline.OnPullRequestExcludePaths],
                }
            ),
            Cron = pipeline.OnCronSchedule.Length == 0 ? null : pipeline.OnCronSchedule,
            CronBranches = [.. pipeline.ScheduleBranches],
            VariableGroups = [.. pipeline.ImportVariableGroups],
            Variables = [.. Variables()],
            Pool = pipeline.Pool is { } pool
                ? YamlMapping.Empty.With("name", pool)
                : YamlMapping.Empty.With("vmImage", AgentName(pipeline.Image)),
            Jobs =
            [
                .. jobs.Any(job => job.IsPerMission) ? [Discover()] : Array.Empty<AzureJob>(),
                .. jobs.Select(job => new AzureJobWriter(pipeline, job).ToJob()),
            ],
        };

    private static AzureFilter? NullIfEmpty(AzureFilter filter) => filter.IsEmpty ? null : filter;

    private static string AgentName(AzurePipelinesImage image) =>
        image switch
        {
            AzurePipelinesImage.Ubuntu2404 => "ubuntu-24.04",
            AzurePipelinesImage.Ubuntu2204 => "ubuntu-22.04",
            AzurePipelinesImage.MacOsLatest => "macOS-latest",
            _ => "ubuntu-latest",
        };

    private IEnumerable<KeyValuePair<string, string>> Variables()
    {
        if (pipeline.CacheKeyFiles.Length > 0)
        {
            yield return KeyValuePair.Create(
                AzureJobWriter.PackagesVariable,
                "$(Pipeline.Workspace)/.nuget/packages"
            );
        }

        if (ComparesMissions)
        {
            // Empty where no pull request is built; then all missions are meant.
            yield return KeyValuePair.Create(
                ChangedSince,
                "$[ replace(variables['System.PullRequest.TargetBranch'], 'refs/heads/', 'origin/') ]"
            );
        }
    }

    private AzureJob Discover() =>
        new(DiscoveryJob.Id)
        {
            DisplayName = "Discover missions",
            TimeoutMinutes = DiscoveryJob.TimeoutMinutes,
            Steps =
            [
                .. AzureJobWriter.Prepare(pipeline, wholeHistory: ComparesMissions),
                new AzureStep("bash", $"./build.sh {DiscoveryJob.Target}")
                {
                    DisplayName = DiscoveryJob.Target,
                    Env = ComparesMissions
                        ?
                        [
                            KeyValuePair.Create(
                                DiscoveryJob.ChangedSinceVariable,
                                $"$({ChangedSince})"
                            ),
                        ]
                        : ImmutableArray<KeyValuePair<string, string>>.Empty,
                },
                AzureTasks.HandOverOutputs(DiscoveryJob.Id),
            ],
        };
}
