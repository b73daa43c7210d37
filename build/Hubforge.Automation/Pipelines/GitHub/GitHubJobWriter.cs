using System.Collections.Immutable;
using System.Globalization;
using Hubforge.Automation.Pipelines.Yaml;

namespace Hubforge.Automation.Pipelines.GitHub;

/// <summary>
/// Turns a job into one of a workflow. A mission's job waits for all missions of the job before it, but not for their success: the
/// artifact that its own mission left there tells whether it may go on, so that one mission does not stop the others.
/// </summary>
internal sealed class GitHubJobWriter(
    GitHubActionsAttribute pipeline,
    GitHubSteps steps,
    PipelineJob job
)
{
    private readonly ImmutableArray<GitHubAxis> _matrix = Axes(pipeline, job);

    public GitHubJob ToJob() =>
        new(job.Id)
        {
            Name = string.Join(' ', _matrix.Select(axis => axis.Value).Prepend(job.Target.Name)),
            RunsOn =
                pipeline.RunsOn.Length > 0 ? [.. pipeline.RunsOn]
                : pipeline.Runners.Count > 1 ? ["${{ matrix.image }}"]
                : [pipeline.Runners[0]],
            Needs =
            [
                .. job.IsPerMission ? [DiscoveryJob.Id] : Array.Empty<string>(),
                .. job.Needs.Select(need => need.Id),
            ],
            If = Condition(),
            Permissions = job.Permissions.IsEmpty ? [] : ["contents: read", .. job.Permissions],
            Matrix = _matrix,
            TimeoutMinutes = job.TimeoutMinutes,
            Environment = job.EnvironmentName,
            ConcurrencyGroup =
                job.ConcurrencyGroup is { } group && job.IsPerMission
                    ? $"{group}-{GitHubAxis.Missions.Value}"
                    : job.ConcurrencyGroup,
            Steps = [.. steps.Prepare(wholeHistory: false), .. Downloads(), Run(), .. Uploads()],
        };

    /// <summary>Returns the name of the artifact of one run of a job; expressions stand for its place in the matrix.</summary>
    public static string ArtifactName(GitHubActionsAttribute pipeline, PipelineJob job) =>
        string.Join('-', Axes(pipeline, job).Select(axis => axis.Value).Prepend(job.Id));

    /// <summary>The prefix of what a job keeps for the pull request.</summary>
    public const string ChangesPrefix = "changes";

    private static ImmutableArray<GitHubAxis> Axes(
        GitHubActionsAttribute pipeline,
        PipelineJob job
    ) =>
        [
            .. job.IsPerMission ? [GitHubAxis.Missions] : Array.Empty<GitHubAxis>(),
            .. pipeline is { Runners.Count: > 1, RunsOn.Length: 0 }
                ? [new GitHubAxis("image", YamlSequence.Of(pipeline.Runners))]
                : Array.Empty<GitHubAxis>(),
            .. job.Target.Partitions > 1
                ? [new GitHubAxis("partition", Numbers(job.Target.Partitions))]
                : Array.Empty<GitHubAxis>(),
        ];

    private static YamlSequence Numbers(int count) =>
        new([.. Enumerable.Range(1, count).Select(number => (YamlNode)number)]);

    private string? Condition()
    {
        const string SomeMission =
            $"needs.{DiscoveryJob.Id}.outputs.{DiscoveryJob.MissionsOutput} != '[]'";
        var waitsForMissions = job.Needs.Any(need => need.IsPerMission);
        if (!waitsForMissions)
        {
            return job.IsPerMission ? SomeMission : null;
        }

        if (!job.IsPerMission)
        {
            return "!failure() && !cancelled()";
        }

        var whole = job.Needs.Where(need => !need.IsPerMission).Select(need => need.Id);
        return string.Join(
            " && ",
            [
                "!cancelled()",
                .. whole.Prepend(DiscoveryJob.Id).Select(id => $"needs.{id}.result == 'success'"),
                SomeMission,
            ]
        );
    }

    private IEnumerable<GitHubStep> Downloads() =>
        job
            .Needs.Where(need => need.HandsOver(job))
            .Select(need =>
                Axes(pipeline, need).All(axis => _matrix.Any(own => own.Name == axis.Name))
                && need.Target.Partitions == 1
                    ? GitHubSteps.Download(ArtifactName(pipeline, need))
                    : GitHubSteps.DownloadAll(PatternOf(need))
            );

    // Axes that this job does not share are all meant.
    private string PatternOf(PipelineJob need) =>
        string.Join(
            '-',
            Axes(pipeline, need)
                .Select(axis =>
                    axis.Name != "partition" && _matrix.Any(own => own.Name == axis.Name)
                        ? axis.Value
                        : "*"
                )
                .Prepend(need.Id)
        );

    private GitHubStep Run() =>
        new(job.Target.Name)
        {
            Env = [.. Variables()],
            Run = job.CommandLine(
                job.IsPerMission ? "\"$MISSION\"" : null,
                job.PartitionCount() is { } count ? $"\"$PARTITION/{count}\"" : null
            ),
        };

    private IEnumerable<KeyValuePair<string, string>> Variables()
    {
        foreach (var axis in _matrix.Where(axis => axis.Name != "image"))
        {
            yield return KeyValuePair.Create(
                axis.Name.ToUpper(CultureInfo.InvariantCulture),
                axis.Value
            );
        }

        foreach (var variable in job.Variables)
        {
            yield return KeyValuePair.Create(
                variable.EnvironmentName,
                $"${{{{ vars.{variable.EnvironmentName} }}}}"
            );
        }

        foreach (var secret in job.Secrets)
        {
            yield return KeyValuePair.Create(
                secret.EnvironmentName,
                $"${{{{ secrets.{secret.SecretName} }}}}"
            );
        }

        if (pipeline.EnableGitHubToken)
        {
            yield return KeyValuePair.Create("GITHUB_TOKEN", "${{ github.token }}");
        }
    }

    private IEnumerable<GitHubStep> Uploads()
    {
        var name = ArtifactName(pipeline, job);
        var paths = job.ProducedFor(GitHubAxis.Missions.Value).ToList();
        if (job.IsHandedOver)
        {
            yield return GitHubSteps.Upload(name, paths);
        }

        if (pipeline.PublishArtifacts && paths.Count > 0)
        {
            yield return job.IsHandedOver
                ? GitHubSteps.Upload($"{name}-failed", paths) with
                {
                    If = "failure()",
                }
                : GitHubSteps.Upload(name, paths) with
                {
                    If = "!cancelled()",
                };
        }

        if (pipeline.PullRequestTitle.Length > 0 && !job.IsNeeded)
        {
            var changed = pipeline.PullRequestPaths.Select(path =>
                path.Replace(
                    OutlineTarget.MissionPlaceholder,
                    job.IsPerMission ? GitHubAxis.Missions.Value : "*",
                    StringComparison.Ordinal
                )
            );
            yield return GitHubSteps.Upload($"{ChangesPrefix}-{name}", changed);
        }
    }
}
