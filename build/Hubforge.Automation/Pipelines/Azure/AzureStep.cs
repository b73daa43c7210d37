using System.Collections.Immutable;
using Hubforge.Automation.Pipelines.Yaml;

namespace Hubforge.Automation.Pipelines.Azure;

/// <summary>A step of a job.</summary>
/// <param name="Kind"><c>task</c>, <c>bash</c> or <c>checkout</c>.</param>
/// <param name="Value">The task with its major version, the command, or what is checked out.</param>
internal sealed record AzureStep(string Kind, string Value)
{
    /// <summary>The name by which expressions refer to the step; null when none does.</summary>
    public string? Name { get; init; }

    public string? DisplayName { get; init; }

    /// <summary>Null for the success of the steps before.</summary>
    public string? Condition { get; init; }

    /// <summary>Inputs of a task.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Inputs { get; init; } = [];

    public ImmutableArray<KeyValuePair<string, string>> Env { get; init; } = [];

    /// <summary>How many commits a checkout fetches; 0 for all, null for steps of another kind.</summary>
    public int? FetchDepth { get; init; }

    public YamlMapping ToYaml() =>
        YamlMapping
            .Empty.With(Kind, Value)
            .With("name", Name)
            .With("displayName", DisplayName)
            .With("fetchDepth", FetchDepth is { } depth ? depth : null)
            .With("condition", Condition)
            .WithMapping("inputs", YamlMapping.Of(Inputs))
            .WithMapping("env", YamlMapping.Of(Env));
}
