using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hubforge.Containers.Engine;

/// <summary>One message of a pull, push, load or import.</summary>
internal sealed record ProgressMessage
{
    [JsonPropertyName("status")]
    public string? Status { get; init; }

    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("stream")]
    public string? Stream { get; init; }

    [JsonPropertyName("progressDetail")]
    public ProgressAmount? Amount { get; init; }

    [JsonPropertyName("errorDetail")]
    public ErrorReply? ErrorDetail { get; init; }

    [JsonPropertyName("error")]
    public string? Error { get; init; }

    [JsonPropertyName("aux")]
    public JsonElement? Aux { get; init; }

    /// <summary>What went wrong; null when nothing did.</summary>
    [JsonIgnore]
    public string? ErrorText => ErrorDetail?.Message ?? Error;
}
