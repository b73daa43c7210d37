using System.Text.Json.Serialization;

namespace Hubforge.Tools.Conda;

/// <summary>What a transaction does, or would do in a dry run.</summary>
public sealed record CondaActions
{
    /// <summary>Only those that are not in the package cache.</summary>
    [JsonPropertyName("FETCH")]
    public IReadOnlyList<CondaPackage> Fetch
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Every package that is put into the environment: the full solution for a new one.</summary>
    [JsonPropertyName("LINK")]
    public IReadOnlyList<CondaPackage> Link
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Every package that is taken out.</summary>
    [JsonPropertyName("UNLINK")]
    public IReadOnlyList<CondaPackage> Unlink
    {
        get;
        init => field = value ?? [];
    } = [];
}
