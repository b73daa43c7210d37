using System.Text.Json.Serialization;

namespace Hubforge.Containers.Oci;

/// <summary>Processor and system of an image, in Go's words.</summary>
internal sealed record OciPlatform(
    [property: JsonPropertyName("architecture")] string? Architecture,
    [property: JsonPropertyName("os")] string? Os
)
{
    [JsonPropertyName("variant")]
    public string? Variant { get; init; }
}
