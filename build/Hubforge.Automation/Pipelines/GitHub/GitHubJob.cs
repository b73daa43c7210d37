using System.Collections.Immutable;
using Hubforge.Automation.Pipelines.Yaml;

namespace Hubforge.Automation.Pipelines.GitHub;

/// <summary>A job of a workflow.</summary>
internal sealed record GitHubJob(string Id)
{
    /// <summary>What the web page shows.</summary>
    public required string Name { get; init; }

    /// <summary>One label, an expression, or several labels that a runner must have.</summary>
    public required ImmutableArray<string> RunsOn { get; init; }

    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>Condition without <c>${{ }}</c>; null for the success of what it needs.</summary>
    public string? If { get; init; }

    /// <summary>As <c>scope: access</c>; empty for what the workflow allows.</summary>
    public ImmutableArray<string> Permissions { get; init; } = [];

    /// <summary>Axes of the matrix; empty for one run.</summary>
    public ImmutableArray<GitHubAxis> Matrix { get; init; } = [];

    public required int TimeoutMinutes { get; init; }

    /// <summary>The deployment environment; null for none.</summary>
    public string? Environment { get; init; }

    /// <summary>Jobs of the same group run one at a time; null for no group.</summary>
    public string? ConcurrencyGroup { get; init; }

    public ImmutableArray<KeyValuePair<string, string>> Outputs { get; init; } = [];

    public required ImmutableArray<GitHubStep> Steps { get; init; }

    public YamlMapping ToYaml() =>
        YamlMapping
            .Empty.With("name", Name)
            .WithList("needs", Needs)
            .With("if", If is null ? null : $"${{{{ {If} }}}}")
            .With("runs-on", RunsOn is [var one] ? one : YamlSequence.Of(RunsOn))
            .With("timeout-minutes", TimeoutMinutes)
            .WithMapping("permissions", YamlMapping.Of(Permissions.Select(Pair)))
            .With("environment", Environment)
            .WithMapping("concurrency", Concurrency())
            .With("strategy", Strategy())
            .WithMapping("outputs", YamlMapping.Of(Outputs))
            .With("steps", new YamlSequence([.. Steps.Select(step => step.ToYaml())]));

    private static KeyValuePair<string, string> Pair(string permission)
    {
        var parts = permission.Split(": ");
        return KeyValuePair.Create(parts[0], parts[1]);
    }

    private YamlMapping Concurrency() =>
        ConcurrencyGroup is null
            ? YamlMapping.Empty
            : YamlMapping.Empty.With("group", ConcurrencyGroup).With("cancel-in-progress", false);

    private YamlMapping? Strategy() =>
        Matrix.IsEmpty
            ? null
            : YamlMapping
                .Empty.With("fail-fast", false)
                .With(
                    "matrix",
                    Matrix.Aggregate(
                        YamlMapping.Empty,
                        (mapping, axis) => mapping.With(axis.Name, axis.Values)
                    )
                );
}
