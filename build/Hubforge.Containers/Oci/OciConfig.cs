using System.Text.Json.Serialization;

namespace Hubforge.Containers.Oci;

/// <summary>What is read of an image's configuration; the blob itself is kept byte for byte.</summary>
internal sealed record OciConfig(
    [property: JsonPropertyName("architecture")] string? Architecture,
    [property: JsonPropertyName("os")] string? Os,
    [property: JsonPropertyName("rootfs")] OciRootFileSystem? RootFileSystem
)
{
    [JsonPropertyName("variant")]
    public string? Variant { get; init; }

    [JsonIgnore]
    public IReadOnlyList<string> DiffIds => RootFileSystem?.DiffIds ?? [];
}
