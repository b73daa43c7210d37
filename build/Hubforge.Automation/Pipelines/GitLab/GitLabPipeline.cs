using System.Collections.Immutable;
using Hubforge.Automation.Pipelines.Yaml;

namespace Hubforge.Automation.Pipelines.GitLab;

/// <summary>A pipeline file.</summary>
internal sealed record GitLabPipeline(string Name)
{
    /// <summary>The pipeline runs when one of them holds; without any it never does.</summary>
    public required ImmutableArray<GitLabRule> Rules { get; init; }

    public required ImmutableArray<string> Stages { get; init; }

    public ImmutableArray<KeyValuePair<string, string>> Variables { get; init; } = [];

    public string? Image { get; init; }

    public ImmutableArray<string> Services { get; init; } = [];

    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Files whose content names the cache.</summary>
    public ImmutableArray<string> CacheKeyFiles { get; init; } = [];

    /// <summary>Folders below the root that the cache keeps; empty for no cache.</summary>
    public ImmutableArray<string> CachePaths { get; init; } = [];

    public required ImmutableArray<GitLabJob> Jobs { get; init; }

    public YamlMapping ToYaml()
    {
        var head = YamlMapping
            .Empty.With(
                "workflow",
                YamlMapping
                    .Empty.With("name", Name)
                    .With("rules", new YamlSequence([.. Rules.Select(rule => rule.ToYaml())]))
            )
            .WithList("stages", Stages)
            .WithMapping("variables", YamlMapping.Of(Variables))
            .With(
                "default",
                YamlMapping
                    .Empty.With("image", Image)
                    .WithList("services", Services)
                    .WithList("tags", Tags)
                    .With("interruptible", true)
                    .With("cache", Cache())
            );
        return Jobs.Aggregate(head, (mapping, job) => mapping.With(job.Name, job.ToYaml()));
    }

    private YamlMapping? Cache()
    {
        if (CachePaths.IsEmpty)
        {
            return null;
        }

        YamlNode key = CacheKeyFiles.IsEmpty
            ? "hubforge"
            : YamlMapping.Empty.WithList("files", CacheKeyFiles).With("prefix", "hubforge");
        return YamlMapping.Empty.With("key", key).WithList("paths", CachePaths);
    }
}
