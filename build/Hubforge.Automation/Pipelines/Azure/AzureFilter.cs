using System.Collections.Immutable;
using Hubforge.Automation.Pipelines.Yaml;

namespace Hubforge.Automation.Pipelines.Azure;

/// <summary>Which pushes or pull requests start a pipeline; an empty list is no condition.</summary>
internal sealed record AzureFilter
{
    public ImmutableArray<string> Branches { get; init; } = [];

    public ImmutableArray<string> Tags { get; init; } = [];

    public ImmutableArray<string> IncludePaths { get; init; } = [];

    public ImmutableArray<string> ExcludePaths { get; init; } = [];

    public bool IsEmpty =>
        Branches.IsEmpty && Tags.IsEmpty && IncludePaths.IsEmpty && ExcludePaths.IsEmpty;

    public YamlMapping ToYaml() =>
        YamlMapping
            .Empty.WithMapping("branches", Include(Branches))
            .WithMapping("tags", Include(Tags))
            .WithMapping("paths", Include(IncludePaths).WithList("exclude", ExcludePaths));

    private static YamlMapping Include(ImmutableArray<string> values) =>
        YamlMapping.Empty.WithList("include", values);
}
