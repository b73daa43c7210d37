using Hubforge.Automation.Pipelines.Yaml;

namespace Hubforge.Automation.Pipelines.GitHub;

/// <summary>
/// The last job of a workflow that proposes changes: it gathers what the jobs of targets left and opens a pull request, or
/// updates the one that is open. It is the only one that may write, and it runs nothing of the build.
/// </summary>
internal sealed class GitHubPullRequestWriter(
    GitHubActionsAttribute pipeline,
    GitHubSteps steps,
    IReadOnlyList<PipelineJob> jobs
)
{
    public GitHubJob ToJob() =>
        new("pull-request")
        {
            Name = "Open pull request",
            RunsOn = [pipeline.Runners[0]],
            Needs = [.. jobs.Where(job => !job.IsNeeded).Select(job => job.Id)],
            // What succeeded is proposed, whatever happened to other missions.
            If = "!cancelled()",
            Permissions = ["contents: write", "pull-requests: write"],
            TimeoutMinutes = DiscoveryJob.TimeoutMinutes,
            Steps =
            [
                steps.Checkout(wholeHistory: false),
                GitHubSteps.DownloadAll($"{GitHubJobWriter.ChangesPrefix}-*"),
                new GitHubStep(pipeline.PullRequestTitle)
                {
                    Uses = PinnedActions.CreatePullRequest,
                    With = YamlMapping
                        .Empty.With("title", pipeline.PullRequestTitle)
                        .With("commit-message", pipeline.PullRequestTitle)
                        .With("branch", pipeline.PullRequestBranch)
                        .With("body", Body)
                        .With(
                            "add-paths",
                            string.Join('\n', pipeline.PullRequestPaths.Select(AnyMission))
                        )
                        .With("delete-branch", true),
                },
            ],
        };

    private const string Body =
        "Made by run ${{ github.server_url }}/${{ github.repository }}/actions/runs/${{ github.run_id }}, "
        + "which holds the summary and the test results of each mission.";

    private static string AnyMission(string path) =>
        path.Replace(OutlineTarget.MissionPlaceholder, "*", StringComparison.Ordinal);
}
