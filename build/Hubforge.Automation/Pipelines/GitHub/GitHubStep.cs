using System.Collections.Immutable;
using Hubforge.Automation.Pipelines.Yaml;

namespace Hubforge.Automation.Pipelines.GitHub;

/// <summary>A step of a job: an action or a command.</summary>
internal sealed record GitHubStep(string Name)
{
    /// <summary>The name by which expressions refer to the step; null when none does.</summary>
    public string? Id { get; init; }

    /// <summary>Condition without <c>${{ }}</c>; null for the success of the steps before.</summary>
    public string? If { get; init; }

    /// <summary>The action; null for a command.</summary>
    public PinnedAction? Uses { get; init; }

    /// <summary>Inputs of the action.</summary>
    public YamlMapping With { get; init; } = YamlMapping.Empty;

    /// <summary>
    /// The command; null for an action. It never holds an expression: values come through <see cref="Env"/>, so that none can be
    /// read as code by the shell.
    /// </summary>
    public string? Run { get; init; }

    public ImmutableArray<KeyValuePair<string, string>> Env { get; init; } = [];

    public YamlMapping ToYaml() =>
        YamlMapping
            .Empty.With("name", Name)
            .With("id", Id)
            .With("if", If is null ? null : $"${{{{ {If} }}}}")
            .With("uses", Uses?.ToYaml())
            .WithMapping("with", With)
            .WithMapping("env", YamlMapping.Of(Env))
            .With("run", Run);
}
