using System.Text.Json.Serialization;

namespace Hubforge.Containers.Oci;

/// <summary>The manifest of one image: its configuration and its layers, lowest first.</summary>
internal sealed record OciManifest(
    [property: JsonPropertyName("config")] OciDescriptor Config,
    [property: JsonPropertyName("layers")] IReadOnlyList<OciDescriptor> Layers
)
{
    [JsonPropertyName("schemaVersion")]
    public int SchemaVersion { get; init; } = 2;

    [JsonPropertyName("mediaType")]
    public string MediaType { get; init; } = OciNames.Manifest;

    [JsonPropertyName("annotations")]
    public IReadOnlyDictionary<string, string>? Annotations { get; init; }
}
