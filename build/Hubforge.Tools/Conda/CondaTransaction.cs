using System.Text.Json.Serialization;

namespace Hubforge.Tools.Conda;

/// <summary>What <c>create</c>, <c>install</c>, <c>update</c> and <c>remove</c> answer with <c>--json</c>.</summary>
public sealed record CondaTransaction
{
    /// <summary>Null when nothing is to do, and after a failed solve.</summary>
    public CondaActions? Actions { get; init; }

    /// <summary>The environment's folder; null after a failed solve.</summary>
    public string? Prefix { get; init; }

    /// <summary>Whether nothing was changed on purpose.</summary>
    [JsonPropertyName("dry_run")]
    public bool DryRun { get; init; }

    /// <summary>What the tool claims. Trust its exit code instead: an unwritable prefix gives exit code 1 and true here.</summary>
    public bool Success { get; init; }

    /// <summary>Says that nothing was to do; null otherwise.</summary>
    public string? Message { get; init; }

    /// <summary>The solver's sentences after a failed solve. An unknown package may read just <c>unsupported request</c>.</summary>
    [JsonPropertyName("solver_problems")]
    public IReadOnlyList<string> SolverProblems
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>micromamba 1.5 answers the dry run of a conda-lock file with the packages at the top.</summary>
    [JsonPropertyName("LINK")]
    [JsonInclude]
    internal IReadOnlyList<CondaPackage>? TopLink { get; init; }

    /// <summary>Every package that the transaction puts into the environment.</summary>
    [JsonIgnore]
    public IReadOnlyList<CondaPackage> Linked => Actions?.Link ?? TopLink ?? [];
}
