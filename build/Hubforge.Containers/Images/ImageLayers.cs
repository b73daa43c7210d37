using System.Text.Json.Serialization;

namespace Hubforge.Containers.Images;

/// <summary>The layers of an image.</summary>
public sealed record ImageLayers
{
    /// <summary>Digests of the unpacked layers, lowest first.</summary>
    [JsonPropertyName("Layers")]
    public IReadOnlyList<string> DiffIds
    {
        get;
        init => field = value ?? [];
    } = [];
}
