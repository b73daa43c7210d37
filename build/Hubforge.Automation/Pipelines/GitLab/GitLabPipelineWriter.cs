using System.Collections.Immutable;

namespace Hubforge.Automation.Pipelines.GitLab;

/// <summary>Turns the jobs of a pipeline into GitLab's, one for each mission where the target has missions.</summary>
internal sealed class GitLabPipelineWriter(
    GitLabCIAttribute pipeline,
    BuildOutline outline,
    IReadOnlyList<PipelineJob> jobs
)
{
    // Caches hold only what is below the root.
    private const string Packages = ".nuke/temp/packages";
    private const int KeyFilesAllowed = 2;

    private bool HasCache => pipeline.CacheKeyFiles.Length > 0;

    public GitLabPipeline ToPipeline() =>
        new(pipeline.Name)
        {
            Rules = GitLabTriggers.RulesOf(pipeline),
            Stages = [.. jobs.Select(job => job.Id)],
            Variables = HasCache
                ? [KeyValuePair.Create("NUGET_PACKAGES", $"$CI_PROJECT_DIR/{Packages}")]
                : [],
            Image = pipeline.Image,
            Services = [.. pipeline.Services],
            Tags = [.. pipeline.Tags],
            CacheKeyFiles =
            [
                .. pipeline.CacheKeyFiles.Where(file => !file.Contains('*')).Take(KeyFilesAllowed),
            ],
            CachePaths = HasCache
                ? [Packages, .. pipeline.CacheIncludePatterns.Where(path => path[0] != '~')]
                : [],
            Jobs = [.. jobs.SelectMany(Expand)],
        };

    private IEnumerable<GitLabJob> Expand(PipelineJob job) =>
        job.IsPerMission
            ? outline.Missions.Select(mission => Write(job, mission))
            : [Write(job, null)];

    private GitLabJob Write(PipelineJob job, string? mission) =>
        new(NameOf(job, mission))
        {
            Stage = job.Id,
            Needs = [.. job.Needs.SelectMany(need => NeedsOn(need, job, mission))],
            Rules =
                pipeline.ChangedMissionsOnly && mission is not null
                    ? [new GitLabRule { Changes = [.. MissionPaths.GlobsOf(mission)] }]
                    : [],
            Variables =
            [
                .. job.Secrets.Select(secret =>
                    KeyValuePair.Create(secret.EnvironmentName, $"${secret.SecretName}")
                ),
            ],
            Environment = job.EnvironmentName,
            CanBeInterrupted = IsQuiet(job),
            ResourceGroup =
                job.ConcurrencyGroup is { } group && mission is not null
                    ? $"{group}-{mission}"
                    : job.ConcurrencyGroup,
            Parallel = job.Target.Partitions,
            TimeoutMinutes = job.TimeoutMinutes,
            Script = job.CommandLine(
                mission is null ? null : ShellWord.Quote(mission),
                job.PartitionCount() is null ? null : "\"$CI_NODE_INDEX/$CI_NODE_TOTAL\""
            ),
            Artifacts = Kept(job, mission),
        };

    private IEnumerable<GitLabNeed> NeedsOn(PipelineJob need, PipelineJob job, string? mission)
    {
        ImmutableArray<string?> missions =
            !need.IsPerMission ? [null]
            : mission is null ? [.. outline.Missions]
            : [mission];
        return missions.Select(of => new GitLabNeed(NameOf(need, of))
        {
            Artifacts = need.HandsOver(job),
            IsOptional = need.IsPerMission && pipeline.ChangedMissionsOnly,
        });
    }

    private ImmutableArray<string> Kept(PipelineJob job, string? mission) =>
        pipeline.PublishArtifacts || job.IsHandedOver ? [.. job.ProducedFor(mission ?? "*")] : [];

    // Nothing tells that the job leaves something behind outside of the pipeline.
    private static bool IsQuiet(PipelineJob job) =>
        job.Secrets.IsEmpty && job is { EnvironmentName: null, ConcurrencyGroup: null };

    private static string NameOf(PipelineJob job, string? mission) =>
        mission is null ? job.Id : $"{job.Id}:{mission}";
}
