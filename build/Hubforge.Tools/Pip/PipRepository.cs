using System.Text.Json.Serialization;

namespace Hubforge.Tools.Pip;

/// <summary>A commit in a report.</summary>
public sealed record PipRepository
{
    /// <summary>Such as <c>git</c>.</summary>
    public string Vcs
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The full commit.</summary>
    [JsonPropertyName("commit_id")]
    public string CommitId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The branch or tag that was asked for; null when none was.</summary>
    [JsonPropertyName("requested_revision")]
    public string? RequestedRevision { get; init; }
}
