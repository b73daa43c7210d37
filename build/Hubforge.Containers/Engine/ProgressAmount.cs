using System.Text.Json.Serialization;

namespace Hubforge.Containers.Engine;

/// <summary>How much of a layer has moved.</summary>
internal sealed record ProgressAmount
{
    [JsonPropertyName("current")]
    public long Current { get; init; }

    [JsonPropertyName("total")]
    public long Total { get; init; }

    [JsonIgnore]
    public double? Fraction => Total > 0 ? Math.Clamp((double)Current / Total, 0, 1) : null;
}
