using System.Text.Json.Serialization;

namespace Hubforge.Containers.Images;

/// <summary>An image in the engine's store. Equivalent: <c>docker image inspect</c>.</summary>
public sealed record Image
{
    /// <summary>The image id: the digest of its configuration.</summary>
    public required string Id { get; init; }

    /// <summary>Names with tags.</summary>
    public IReadOnlyList<string> RepoTags
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Names with the digests under which registries know the image; empty before a push or pull.</summary>
    public IReadOnlyList<string> RepoDigests
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>When it was made, in RFC 3339.</summary>
    public string? Created { get; init; }

    /// <summary>Processor in Go's words: <c>amd64</c>, <c>arm64</c>.</summary>
    public string Architecture { get; init; } = "";

    /// <summary>Operating system in Go's words.</summary>
    public string Os { get; init; } = "";

    /// <summary>Bytes of all layers together, unpacked.</summary>
    public long Size { get; init; }

    /// <summary>What its containers start with.</summary>
    public ImageSettings Config
    {
        get;
        init => field = value ?? new ImageSettings();
    } = new();

    /// <summary>Its layers, lowest first.</summary>
    [JsonPropertyName("RootFS")]
    public ImageLayers Layers
    {
        get;
        init => field = value ?? new ImageLayers();
    } = new();

    /// <summary>Labels of the image.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Labels => Config.Labels;

    /// <summary>Returns the digest under which <paramref name="repository"/> (without tag) has this image; null when it was never pushed or pulled there.</summary>
    public Digest? FindDigest(string repository) =>
        RepoDigests
            .Select(text => ImageReference.TryParse(text, out var name) ? name : null)
            .FirstOrDefault(name => name?.Repository == repository)
            ?.Digest;
}
