using Hubforge.Primitives;

namespace Hubforge.Automation.Hosts;

/// <summary>A job of GitHub Actions, found by <c>GITHUB_ACTIONS=true</c>.</summary>
public sealed class GitHubActions : Host
{
    private readonly HostVariables _variables;

    internal GitHubActions(Func<string, string?> variable) =>
        _variables = new HostVariables(variable);

    /// <inheritdoc/>
    public override string Name => nameof(GitHubActions);

    /// <inheritdoc/>
    public override bool HasGroups => true;

    /// <inheritdoc/>
    public override bool HasColors => true;

    /// <summary>Owner and name of the repository.</summary>
    public string Repository => _variables.Get("GITHUB_REPOSITORY");

    /// <summary>The branch or tag that started the run, short.</summary>
    public string RefName => _variables.Get("GITHUB_REF_NAME");

    /// <summary>The branch into which the pull request goes; empty outside of pull requests.</summary>
    public string BaseRef => _variables.Get("GITHUB_BASE_REF");

    /// <summary>The commit that is built.</summary>
    public string Sha => _variables.Get("GITHUB_SHA");

    /// <summary>What started the run, such as <c>pull_request</c>.</summary>
    public string EventName => _variables.Get("GITHUB_EVENT_NAME");

    /// <summary>Number of the run, the same in all its attempts.</summary>
    public string RunId => _variables.Get("GITHUB_RUN_ID");

    internal static bool IsRunning(Func<string, string?> variable) =>
        variable("GITHUB_ACTIONS") == "true";

    /// <inheritdoc/>
    public override string? OpenGroup(string title) =>
        new WorkflowCommand("group", title).ToString();

    /// <inheritdoc/>
    public override string? CloseGroup(string title) =>
        new WorkflowCommand("endgroup", "").ToString();

    /// <inheritdoc/>
    public override string? Annotate(Problem problem, AbsolutePath root)
    {
        var place = ProblemPlace.Of(problem, root);
        return new WorkflowCommand(
            problem.Severity == Severity.Error ? "error" : "warning",
            place.Text
        )
            .With("file", place.File)
            .With("line", place.Line)
            .ToString();
    }

    /// <inheritdoc/>
    public override string? Mask(string value) =>
        HostText.LinesOf(value, line => new WorkflowCommand("add-mask", line).ToString());

    /// <inheritdoc/>
    public override Task SetOutputAsync(
        HostOutput output,
        AbsolutePath folder,
        CancellationToken cancellationToken
    ) =>
        _variables.FindPath("GITHUB_OUTPUT") is { } file
            ? File.AppendAllTextAsync(file, $"{output}\n", cancellationToken)
            : base.SetOutputAsync(output, folder, cancellationToken);

    /// <inheritdoc/>
    public override Task SummariseAsync(RunRecord run, CancellationToken cancellationToken) =>
        _variables.FindPath("GITHUB_STEP_SUMMARY") is { } file
            ? File.AppendAllTextAsync(
                file,
                RunSummary.ToMarkdown(run, Summary.List(), _variables.FindPath("GITHUB_WORKSPACE")),
                cancellationToken
            )
            : Task.CompletedTask;
}
