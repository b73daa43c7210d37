using System.Collections.Immutable;
using System.Globalization;
using Hubforge.Automation.Hosts;
using Hubforge.Automation.Pipelines.Yaml;

namespace Hubforge.Automation.Pipelines.GitLab;

/// <summary>A job of a pipeline.</summary>
internal sealed record GitLabJob(string Name)
{
    public required string Stage { get; init; }

    public ImmutableArray<GitLabNeed> Needs { get; init; } = [];

    /// <summary>The job runs when one of them holds; empty for always.</summary>
    public ImmutableArray<GitLabRule> Rules { get; init; } = [];

    public ImmutableArray<KeyValuePair<string, string>> Variables { get; init; } = [];

    /// <summary>The deployment environment; null for none.</summary>
    public string? Environment { get; init; }

    /// <summary>Jobs of the same group run one at a time; null for no group.</summary>
    public string? ResourceGroup { get; init; }

    /// <summary>Whether a newer pipeline may end the job; not one that publishes something.</summary>
    public bool CanBeInterrupted { get; init; } = true;

    /// <summary>How often the job runs side by side; 1 for once.</summary>
    public int Parallel { get; init; } = 1;

    public required int TimeoutMinutes { get; init; }

    public required string Script { get; init; }

    /// <summary>Globs of the files that are kept, whatever the outcome; empty for none.</summary>
    public ImmutableArray<string> Artifacts { get; init; } = [];

    public YamlMapping ToYaml()
    {
        var timeout = TimeoutMinutes.ToString(CultureInfo.InvariantCulture);
        return YamlMapping
            .Empty.With("stage", Stage)
            .With("needs", new YamlSequence([.. Needs.Select(need => need.ToYaml())]))
            .With(
                "rules",
                Rules.IsEmpty ? null : new YamlSequence([.. Rules.Select(rule => rule.ToYaml())])
            )
            .WithMapping("variables", YamlMapping.Of(Variables))
            .With("environment", Environment)
            .With("resource_group", ResourceGroup)
            .With("interruptible", CanBeInterrupted ? null : false)
            .With("parallel", Parallel > 1 ? Parallel : null)
            .With("timeout", $"{timeout} minutes")
            .WithList("script", [Script])
            .With(
                "artifacts",
                YamlMapping
                    .Empty.With("when", "always")
                    .WithList("paths", Artifacts)
                    .With("reports", YamlMapping.Empty.With("codequality", GitLabCI.ReportFile))
            );
    }
}
