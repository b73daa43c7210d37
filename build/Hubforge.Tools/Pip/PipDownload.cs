using System.Text.Json.Serialization;

namespace Hubforge.Tools.Pip;

/// <summary>Where a package in a report comes from.</summary>
public sealed record PipDownload
{
    /// <summary>The file's address, or the repository's.</summary>
    [JsonPropertyName("url")]
    public string Address
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Set for files.</summary>
    [JsonPropertyName("archive_info")]
    public PipArchive? Archive { get; init; }

    /// <summary>Set for requirements from a repository.</summary>
    [JsonPropertyName("vcs_info")]
    public PipRepository? Repository { get; init; }
}
