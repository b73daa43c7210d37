using Hubforge.Automation.Pipelines.Yaml;

namespace Hubforge.Automation.Pipelines.GitLab;

/// <summary>A job that comes first.</summary>
/// <param name="Job">Its name.</param>
internal sealed record GitLabNeed(string Job)
{
    /// <summary>Whether its artifacts are fetched.</summary>
    public bool Artifacts { get; init; }

    /// <summary>Whether the job may be missing from the pipeline.</summary>
    public bool IsOptional { get; init; }

    public YamlMapping ToYaml() =>
        YamlMapping
            .Empty.With("job", Job)
            .With("artifacts", Artifacts)
            .With("optional", IsOptional ? true : null);
}
