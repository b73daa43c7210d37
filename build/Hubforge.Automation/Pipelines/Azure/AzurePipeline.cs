using System.Collections.Immutable;
using Hubforge.Automation.Pipelines.Yaml;

namespace Hubforge.Automation.Pipelines.Azure;

/// <summary>A pipeline file.</summary>
internal sealed record AzurePipeline
{
    /// <summary>Which pushes start it; null for none.</summary>
    public AzureFilter? Trigger { get; init; }

    /// <summary>Which pull requests start it; null for none.</summary>
    public AzureFilter? PullRequest { get; init; }

    /// <summary>A schedule in cron's five fields; null for none.</summary>
    public string? Cron { get; init; }

    public ImmutableArray<string> CronBranches { get; init; } = [];

    public ImmutableArray<string> VariableGroups { get; init; } = [];

    public ImmutableArray<KeyValuePair<string, string>> Variables { get; init; } = [];

    /// <summary>The pool of agents.</summary>
    public required YamlNode Pool { get; init; }

    public required ImmutableArray<AzureJob> Jobs { get; init; }

    public YamlMapping ToYaml() =>
        YamlMapping
            .Empty.With("trigger", FilterOrNone(Trigger))
            .With("pr", FilterOrNone(PullRequest))
            .With("schedules", Schedules())
            .With("variables", VariableList())
            .With("pool", Pool)
            .With("jobs", new YamlSequence([.. Jobs.Select(job => job.ToYaml())]));

    private static YamlNode FilterOrNone(AzureFilter? filter) =>
        filter is null ? "none" : filter.ToYaml();

    private YamlSequence? Schedules() =>
        Cron is null
            ? null
            : new YamlSequence([
                YamlMapping
                    .Empty.With("cron", Cron)
                    .With("displayName", "Schedule")
                    .With("branches", YamlMapping.Empty.WithList("include", CronBranches))
                    .With("always", true),
            ]);

    private YamlSequence? VariableList()
    {
        var groups = VariableGroups.Select(group => YamlMapping.Empty.With("group", group));
        var variables = Variables.Select(pair =>
            YamlMapping.Empty.With("name", pair.Key).With("value", pair.Value)
        );
        var all = new YamlSequence([.. groups, .. variables]);
        return all.Items.IsEmpty ? null : all;
    }
}
