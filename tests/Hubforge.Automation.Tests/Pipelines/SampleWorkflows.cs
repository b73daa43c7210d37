using Hubforge.Automation.Pipelines;
using Hubforge.Automation.Pipelines.Azure;
using Hubforge.Automation.Pipelines.GitHub;
using Hubforge.Automation.Pipelines.GitLab;

namespace Hubforge.Automation.Tests.Pipelines;

/// <summary>Workflows of the kinds that this project has.</summary>
internal static class SampleWorkflows
{
    public static GitHubActionsAttribute PullRequest() =>
        new("pull request", GitHubActionsImage.UbuntuLatest)
        {
            InvokedTargets = ["Test"],
            OnPullRequestBranches = ["main"],
            ChangedMissionsOnly = true,
        };

    public static GitHubActionsAttribute Weekly() =>
        new("weekly", GitHubActionsImage.UbuntuLatest)
        {
            InvokedTargets = ["CompileEnvs", "Test"],
            OnCronSchedule = "30 4 * * 1",
            PullRequestTitle = "Update locks",
            PullRequestPaths = ["deployments/{mission}/image/env-frozen/**"],
        };

    public static PipelineJobAttribute SolveFloating() =>
        new("weekly", "CompileEnvs") { Arguments = ["--use-frozen", "false"] };

    public static GitLabCIAttribute GitLab() =>
        new("missions")
        {
            InvokedTargets = ["CompileEnvs", "Test"],
            OnPullRequestBranches = ["main"],
            OnPushBranches = ["main"],
            ChangedMissionsOnly = true,
            Tags = ["docker"],
        };

    public static AzurePipelinesAttribute Azure() =>
        new(AzurePipelinesImage.UbuntuLatest)
        {
            InvokedTargets = ["CompileEnvs", "Test"],
            OnPullRequestBranches = ["main"],
            OnPushBranches = ["main"],
            ChangedMissionsOnly = true,
        };
}
