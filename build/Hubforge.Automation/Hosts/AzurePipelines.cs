using Hubforge.Primitives;

namespace Hubforge.Automation.Hosts;

/// <summary>
/// A job of Azure Pipelines, found by <c>TF_BUILD=True</c>. Commands that set outputs and summaries are left in
/// <c>.nuke/temp/azure-commands</c>, and the generated pipeline prints that file in a step of its own: the agent takes outputs from the
/// step that prints them, and only at the start of a line.
/// </summary>
public sealed class AzurePipelines : Host
{
    /// <summary>Where commands wait, from the root.</summary>
    internal const string CommandsFile = ".nuke/temp/azure-commands";

    private readonly HostVariables _variables;

    internal AzurePipelines(Func<string, string?> variable) =>
        _variables = new HostVariables(variable);

    /// <inheritdoc/>
    public override string Name => nameof(AzurePipelines);

    /// <inheritdoc/>
    public override bool HasGroups => true;

    /// <inheritdoc/>
    public override bool HasColors => true;

    /// <summary>Name of the repository.</summary>
    public string Repository => _variables.Get("BUILD_REPOSITORY_NAME");

    /// <summary>The branch that is built, short.</summary>
    public string SourceBranchName => _variables.Get("BUILD_SOURCEBRANCHNAME");

    /// <summary>The commit that is built.</summary>
    public string SourceVersion => _variables.Get("BUILD_SOURCEVERSION");

    /// <summary>What started the run, such as <c>PullRequest</c>.</summary>
    public string Reason => _variables.Get("BUILD_REASON");

    /// <summary>Number of the run.</summary>
    public string BuildId => _variables.Get("BUILD_BUILDID");

    internal static bool IsRunning(Func<string, string?> variable) =>
        variable("TF_BUILD") == "True";

    /// <inheritdoc/>
    public override string? OpenGroup(string title) => $"##[group]{title.ReplaceLineEndings(" ")}";

    /// <inheritdoc/>
    public override string? CloseGroup(string title) => "##[endgroup]";

    /// <inheritdoc/>
    public override string? Annotate(Problem problem, AbsolutePath root)
    {
        var place = ProblemPlace.Of(problem, root);
        return new LoggingCommand("task.logissue", place.Text)
            .With("type", problem.Severity == Severity.Error ? "error" : "warning")
            .With("sourcepath", place.File)
            .With("linenumber", place.Line)
            .ToString();
    }

    /// <inheritdoc/>
    public override string? Mask(string value) =>
        HostText.LinesOf(value, line => new LoggingCommand("task.setsecret", line).ToString());

    /// <inheritdoc/>
    public override Task SetOutputAsync(
        HostOutput output,
        AbsolutePath folder,
        CancellationToken cancellationToken
    ) =>
        LeaveAsync(
            new LoggingCommand("task.setvariable", output.Value)
                .With("variable", output.Name)
                .With("isOutput", "true"),
            cancellationToken
        );

    /// <inheritdoc/>
    public override async Task SummariseAsync(RunRecord run, CancellationToken cancellationToken)
    {
        if (_variables.FindPath("BUILD_SOURCESDIRECTORY") is not { } root)
        {
            return;
        }

        var summary = root / ".nuke/temp/summary.md";
        var text = RunSummary.ToMarkdown(run, Summary.List(), root);
        await AtomicFile.WriteTextAsync(summary, text, cancellationToken);
        await LeaveAsync(new LoggingCommand("task.uploadsummary", summary), cancellationToken);
    }

    private async Task LeaveAsync(LoggingCommand command, CancellationToken cancellationToken)
    {
        if (_variables.FindPath("BUILD_SOURCESDIRECTORY") is { } root)
        {
            var file = root / CommandsFile;
            Directory.CreateDirectory(file.Parent!);
            await File.AppendAllTextAsync(file, $"{command}\n", cancellationToken);
        }
    }
}
