using System.Collections.Immutable;
using Hubforge.Automation.Pipelines.Yaml;

namespace Hubforge.Automation.Pipelines.GitLab;

/// <summary>A condition under which a pipeline or job runs.</summary>
internal sealed record GitLabRule
{
    /// <summary>An expression over variables; null for none.</summary>
    public string? If { get; init; }

    /// <summary>Globs of which one must have changed; empty for no condition.</summary>
    public ImmutableArray<string> Changes { get; init; } = [];

    public YamlMapping ToYaml() =>
        YamlMapping
            .Empty.With("if", If)
            .WithMapping("changes", YamlMapping.Empty.WithList("paths", Changes));
}
