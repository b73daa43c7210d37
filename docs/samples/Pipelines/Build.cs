using Hubforge.Automation;
using Hubforge.Automation.Hosts;
using Hubforge.Automation.Pipelines;
using Hubforge.Automation.Pipelines.GitHub;

[GitHubActions("test", GitHubActionsImage.UbuntuLatest,
    InvokedTargets = [nameof(Test)],
    OnPullRequestBranches = ["main"])]
sealed class Build : HubforgeBuild, IGenerateCi
{
    public static int Main() => Execute<Build>(x => x.Test);

    Target Test => _ => _
        .Description("Weighs an image")
        .Executes(() => AddTable("roman"));

    static void AddTable(string mission)
    {
        Host.Summary.Add(new SummarySection($"Images of {mission}", new MarkdownTable("Image", "Size>").With("roman:latest", "4.1 GB")));
    }
}
