using System.Text.Json.Serialization;

namespace Hubforge.Containers.Oci;

/// <summary>Points at a blob. https://github.com/opencontainers/image-spec/blob/main/descriptor.md</summary>
internal sealed record OciDescriptor(
    [property: JsonPropertyName("mediaType")] string MediaType,
    [property: JsonPropertyName("digest")] string Digest,
    [property: JsonPropertyName("size")] long Size
)
{
    [JsonPropertyName("annotations")]
    public IReadOnlyDictionary<string, string>? Annotations { get; init; }

    [JsonPropertyName("platform")]
    public OciPlatform? Platform { get; init; }

    /// <summary>The name under which the layout knows the image.</summary>
    [JsonIgnore]
    public string? Name => Annotations?.GetValueOrDefault(OciNames.RefName);
}
