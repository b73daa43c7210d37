using System.Collections.Immutable;

namespace Hubforge.Automation.Pipelines.GitHub;

/// <summary>Turns the jobs of a pipeline into a workflow.</summary>
internal sealed class GitHubWorkflowWriter(
    GitHubActionsAttribute pipeline,
    IReadOnlyList<PipelineJob> jobs
)
{
    private readonly GitHubSteps _steps = new(pipeline);

    public GitHubWorkflow ToWorkflow()
    {
        var all = jobs.Select(job => new GitHubJobWriter(pipeline, _steps, job).ToJob()).ToList();
        if (jobs.Any(job => job.IsPerMission))
        {
            all.Insert(0, Discover());
        }

        if (pipeline.PullRequestTitle.Length > 0)
        {
            all.Add(new GitHubPullRequestWriter(pipeline, _steps, jobs).ToJob());
        }

        return new GitHubWorkflow(pipeline.Name)
        {
            On = Triggers(),
            ConcurrencyGroup =
                pipeline.ConcurrencyGroup.Length == 0 ? null : pipeline.ConcurrencyGroup,
            ConcurrencyCancelInProgress = pipeline.ConcurrencyCancelInProgress,
            Jobs = [.. all],
        };
    }

    private GitHubJob Discover() =>
        new(DiscoveryJob.Id)
        {
            Name = "Discover missions",
            RunsOn = [pipeline.Runners[0]],
            TimeoutMinutes = DiscoveryJob.TimeoutMinutes,
            Outputs =
            [
                KeyValuePair.Create(
                    DiscoveryJob.MissionsOutput,
                    $"${{{{ steps.{DiscoveryJob.Id}.outputs.{DiscoveryJob.MissionsOutput} }}}}"
                ),
            ],
            Steps =
            [
                .. _steps.Prepare(wholeHistory: pipeline.ChangedMissionsOnly),
                new GitHubStep(DiscoveryJob.Target)
                {
                    Id = DiscoveryJob.Id,
                    Env = pipeline.ChangedMissionsOnly ? [ChangedSince] : [],
                    Run = $"./build.sh {DiscoveryJob.Target}",
                },
            ],
        };

    private static KeyValuePair<string, string> ChangedSince =>
        KeyValuePair.Create(
            DiscoveryJob.ChangedSinceVariable,
            "${{ github.event.pull_request.base.sha || github.event.before }}"
        );

    private GitHubTriggers Triggers()
    {
        var triggers = new GitHubTriggers
        {
            Push = Filter(
                GitHubActionsTrigger.Push,
                new GitHubFilter
                {
                    Branches = [.. pipeline.OnPushBranches],
                    Tags = [.. pipeline.OnPushTags],
                    IncludePaths = [.. pipeline.OnPushIncludePaths],
                    ExcludePaths = [.. pipeline.OnPushExcludePaths],
                }
            ),
            PullRequest = Filter(
                GitHubActionsTrigger.PullRequest,
                new GitHubFilter
                {
                    Branches = [.. pipeline.OnPullRequestBranches],
                    IncludePaths = [.. pipeline.OnPullRequestIncludePaths],
                    ExcludePaths = [.. pipeline.OnPullRequestExcludePaths],
                }
            ),
            Cron = pipeline.OnCronSchedule.Length == 0 ? [] : [pipeline.OnCronSchedule],
            WorkflowDispatch = pipeline.On.Contains(GitHubActionsTrigger.WorkflowDispatch),
        };
        var isNeverStarted = triggers is { Push: null, PullRequest: null } && triggers.Cron.IsEmpty;
        return isNeverStarted ? triggers with { WorkflowDispatch = true } : triggers;
    }

    private GitHubFilter? Filter(GitHubActionsTrigger trigger, GitHubFilter filter) =>
        pipeline.On.Contains(trigger) || !filter.ToYaml().Entries.IsEmpty ? filter : null;
}
