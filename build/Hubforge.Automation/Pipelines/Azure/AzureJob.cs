using System.Collections.Immutable;
using Hubforge.Automation.Pipelines.Yaml;

namespace Hubforge.Automation.Pipelines.Azure;

/// <summary>A job of a pipeline.</summary>
/// <param name="Id">Letters, digits and underscores.</param>
internal sealed record AzureJob(string Id)
{
    public required string DisplayName { get; init; }

    public ImmutableArray<string> DependsOn { get; init; } = [];

    /// <summary>Null for the success of what it depends on.</summary>
    public string? Condition { get; init; }

    /// <summary>An expression that gives the matrix; null for none.</summary>
    public string? Matrix { get; init; }

    /// <summary>Over how many agents the job is divided; 1 for one.</summary>
    public int Parallel { get; init; } = 1;

    public required int TimeoutMinutes { get; init; }

    public required ImmutableArray<AzureStep> Steps { get; init; }

    public YamlMapping ToYaml() =>
        YamlMapping
            .Empty.With("job", Id)
            .With("displayName", DisplayName)
            .WithList("dependsOn", DependsOn)
            .With("condition", Condition)
            .WithMapping(
                "strategy",
                YamlMapping
                    .Empty.With("matrix", Matrix)
                    .With("parallel", Parallel > 1 ? Parallel : null)
            )
            .With("timeoutInMinutes", TimeoutMinutes)
            .With("steps", new YamlSequence([.. Steps.Select(step => step.ToYaml())]));
}
