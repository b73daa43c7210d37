using System.Collections.Immutable;
using Hubforge.Automation.Pipelines.Yaml;

namespace Hubforge.Automation.Pipelines.GitHub;

/// <summary>A workflow file.</summary>
internal sealed record GitHubWorkflow(string Name)
{
    public required GitHubTriggers On { get; init; }

    /// <summary>Runs of the same group wait for each other; null for no group.</summary>
    public string? ConcurrencyGroup { get; init; }

    /// <summary><c>true</c>, <c>false</c> or an expression.</summary>
    public string ConcurrencyCancelInProgress { get; init; } = "false";

    public required ImmutableArray<GitHubJob> Jobs { get; init; }

    public YamlMapping ToYaml()
    {
        var jobs = Jobs.Aggregate(
            YamlMapping.Empty,
            (mapping, job) => mapping.With(job.Id, job.ToYaml())
        );
        return YamlMapping
            .Empty.With("name", Name)
            .With("on", On.ToYaml())
            .With("permissions", YamlMapping.Empty.With("contents", "read"))
            .With("concurrency", Concurrency())
            .With(
                "defaults",
                YamlMapping.Empty.With("run", YamlMapping.Empty.With("shell", "bash"))
            )
            .With("jobs", jobs);
    }

    private YamlMapping? Concurrency() =>
        ConcurrencyGroup is null
            ? null
            : YamlMapping
                .Empty.With("group", ConcurrencyGroup)
                .With(
                    "cancel-in-progress",
                    bool.TryParse(ConcurrencyCancelInProgress, out var cancel)
                        ? cancel
                        : ConcurrencyCancelInProgress
                );
}
