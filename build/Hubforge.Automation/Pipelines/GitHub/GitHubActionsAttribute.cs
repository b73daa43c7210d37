using Hubforge.Automation.Pipelines.Yaml;

namespace Hubforge.Automation.Pipelines.GitHub;

/// <summary>
/// A workflow in <c>.github/workflows</c>. Missions are a matrix that a first job finds out when the workflow runs, so a new mission
/// does not change the file.
/// </summary>
/// <param name="name">Name of the workflow; spaces become <c>_</c> in the name of the file.</param>
/// <param name="image">The runner of all jobs.</param>
/// <param name="images">More runners: the jobs of targets then run on each.</param>
public sealed class GitHubActionsAttribute(
    string name,
    GitHubActionsImage image,
    params GitHubActionsImage[] images
) : PipelineAttribute(name)
{
    /// <summary>The runner of all jobs.</summary>
    public GitHubActionsImage Image { get; } = image;

    /// <summary>More runners.</summary>
    public IReadOnlyList<GitHubActionsImage> Images { get; } = images;

    /// <summary>Events that start the workflow without conditions; those with conditions have properties of their own.</summary>
    public GitHubActionsTrigger[] On { get; set; } = [];

    /// <summary>Labels of own runners, instead of the image.</summary>
    public string[] RunsOn { get; set; } = [];

    /// <summary>
    /// Runs of the same group replace each other; empty for no group. By default a pull request is one, and every other run has its own:
    /// of the runs that wait in a group GitHub keeps only the last, and what an earlier push changed would never be built.
    /// </summary>
    public string ConcurrencyGroup { get; set; } =
        "${{ github.workflow }}-${{ github.event.pull_request.number || github.run_id }}";

    /// <summary>Whether a new run also ends the one of its group that runs already: <c>true</c>, <c>false</c> or an expression.</summary>
    public string ConcurrencyCancelInProgress { get; set; } = "true";

    /// <summary>Gives jobs the workflow's token as <c>GITHUB_TOKEN</c>.</summary>
    public bool EnableGitHubToken { get; set; }

    /// <summary>How many commits are fetched; 0 for all. Jobs that compare with an earlier commit always fetch all.</summary>
    public int FetchDepth { get; set; } = 1;

    /// <summary>Fetches submodules, those of submodules too.</summary>
    public bool Submodules { get; set; }

    /// <summary>Fetches large files.</summary>
    public bool Lfs { get; set; }

    /// <summary>
    /// Title of a pull request that a last job opens, or updates, with what the workflow changed below
    /// <see cref="PullRequestPaths"/>; empty for none. That job alone may write, and it runs nothing of the build.
    /// </summary>
    public string PullRequestTitle { get; set; } = "";

    /// <summary>Globs of what goes into the pull request; <c>{mission}</c> stands for the mission.</summary>
    public string[] PullRequestPaths { get; set; } = [];

    /// <summary>The branch of the pull request.</summary>
    public string PullRequestBranch { get; set; } = "hubforge/update";

    /// <summary>The runners of the jobs of targets.</summary>
    internal IReadOnlyList<string> Runners =>
        [.. Images.Prepend(Image).Distinct().Select(RunnerName)];

    internal override string Path => $".github/workflows/{Name.Replace(' ', '_')}.yml";

    internal override string Write(BuildOutline outline, IReadOnlyList<PipelineJob> jobs) =>
        YamlEmitter.Emit(
            new GitHubWorkflowWriter(this, jobs).ToWorkflow().ToYaml(),
            GeneratedFile.Header
        );

    private static string RunnerName(GitHubActionsImage image) =>
        image switch
        {
            GitHubActionsImage.Ubuntu2404 => "ubuntu-24.04",
            GitHubActionsImage.Ubuntu2204 => "ubuntu-22.04",
            GitHubActionsImage.Ubuntu2404Arm => "ubuntu-24.04-arm",
            GitHubActionsImage.MacOsLatest => "macos-latest",
            GitHubActionsImage.WindowsLatest => "windows-latest",
            _ => "ubuntu-latest",
        };
}
