namespace Hubforge.Automation.Pipelines.GitHub;

/// <summary>Events that start a workflow without further conditions.</summary>
public enum GitHubActionsTrigger
{
    /// <summary>Any push of a branch or tag.</summary>
    Push,

    /// <summary>Any pull request.</summary>
    PullRequest,

    /// <summary>A person, from the web page or with <c>gh workflow run</c>.</summary>
    WorkflowDispatch,
}
