using System.Text.Json.Serialization;

namespace Hubforge.Tools.Pip;

/// <summary>A package that pip would install.</summary>
public sealed record PipCandidate
{
    /// <summary>Where it comes from.</summary>
    [JsonPropertyName("download_info")]
    public PipDownload Download
    {
        get;
        init => field = value ?? new();
    } = new();

    /// <summary>Whether it was asked for by address.</summary>
    [JsonPropertyName("is_direct")]
    public bool IsDirect { get; init; }

    /// <summary>Whether the caller asked for it; false for what others require.</summary>
    public bool Requested { get; init; }

    /// <summary>Name, version and requirements.</summary>
    public PipMetadata Metadata
    {
        get;
        init => field = value ?? new();
    } = new();
}
