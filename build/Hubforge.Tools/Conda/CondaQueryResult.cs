using System.Text.Json.Serialization;

namespace Hubforge.Tools.Conda;

/// <summary>The packages that a query found. Nothing found is no failure: the list is empty then.</summary>
public sealed record CondaQueryResult
{
    /// <summary>What was found.</summary>
    [JsonPropertyName("pkgs")]
    public IReadOnlyList<CondaPackage> Packages
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Why nothing was found; empty otherwise.</summary>
    [JsonPropertyName("msg")]
    public string Message
    {
        get;
        init => field = value ?? "";
    } = "";
}
