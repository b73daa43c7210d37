using System.Globalization;
using Hubforge.Primitives;

namespace Hubforge.Automation.Hosts;

/// <summary>
/// A job of GitLab CI, found by <c>GITLAB_CI=true</c>. GitLab reads no annotations from the output; problems with a place go into the
/// code quality report, which merge requests show beside their lines.
/// </summary>
public sealed class GitLabCI : Host
{
    /// <summary>The code quality report, from the root.</summary>
    internal const string ReportFile = "artifacts/gl-code-quality-report.json";

    private readonly HostVariables _variables;
    private readonly TimeProvider _clock;

    internal GitLabCI(Func<string, string?> variable, TimeProvider clock)
    {
        _variables = new HostVariables(variable);
        _clock = clock;
    }

    /// <inheritdoc/>
    public override string Name => nameof(GitLabCI);

    /// <inheritdoc/>
    public override bool HasGroups => true;

    /// <inheritdoc/>
    public override bool HasColors => true;

    /// <summary>Group and name of the project.</summary>
    public string ProjectPath => _variables.Get("CI_PROJECT_PATH");

    /// <summary>The branch or tag that is built.</summary>
    public string CommitRefName => _variables.Get("CI_COMMIT_REF_NAME");

    /// <summary>The commit that is built.</summary>
    public string CommitSha => _variables.Get("CI_COMMIT_SHA");

    /// <summary>What started the pipeline, such as <c>merge_request_event</c>.</summary>
    public string PipelineSource => _variables.Get("CI_PIPELINE_SOURCE");

    /// <summary>Number of the pipeline.</summary>
    public string PipelineId => _variables.Get("CI_PIPELINE_ID");

    internal static bool IsRunning(Func<string, string?> variable) =>
        variable("GITLAB_CI") == "true";

    /// <inheritdoc/>
    public override string? OpenGroup(string title) =>
        $"\u001b[0Ksection_start:{Now()}:{SectionOf(title)}[collapsed=true]\r\u001b[0K{title.ReplaceLineEndings(" ")}";

    /// <inheritdoc/>
    public override string? CloseGroup(string title) =>
        $"\u001b[0Ksection_end:{Now()}:{SectionOf(title)}\r\u001b[0K";

    /// <inheritdoc/>
    public override async Task SummariseAsync(RunRecord run, CancellationToken cancellationToken)
    {
        if (_variables.FindPath("CI_PROJECT_DIR") is { } root)
        {
            var report = CodeQualityReport.ToJson(
                run.Nodes.SelectMany(node => node.Problems),
                root
            );
            await AtomicFile.WriteTextAsync(root / ReportFile, report, cancellationToken);
        }
    }

    private static string SectionOf(string title) =>
        string.Concat(title.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'))
            .ToLowerInvariant();

    private string Now() =>
        _clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
