using System.Collections.Immutable;
using Hubforge.Automation.Pipelines.Yaml;

namespace Hubforge.Automation.Pipelines.GitHub;

/// <summary>Which pushes or pull requests start a workflow; an empty list is no condition.</summary>
internal sealed record GitHubFilter
{
    public ImmutableArray<string> Branches { get; init; } = [];

    public ImmutableArray<string> Tags { get; init; } = [];

    public ImmutableArray<string> IncludePaths { get; init; } = [];

    public ImmutableArray<string> ExcludePaths { get; init; } = [];

    public YamlMapping ToYaml()
    {
        var excluded = ExcludePaths.Select(path => $"!{path}");
        return YamlMapping
            .Empty.WithList("branches", Branches)
            .WithList("tags", Tags)
            .WithList("paths", IncludePaths.IsEmpty ? [] : [.. IncludePaths, .. excluded])
            .WithList("paths-ignore", IncludePaths.IsEmpty ? ExcludePaths : []);
    }
}
