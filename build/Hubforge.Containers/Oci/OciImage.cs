using System.Collections.Immutable;

namespace Hubforge.Containers.Oci;

/// <summary>An image in a layout.</summary>
/// <param name="Manifest">Digest of its manifest: what a registry would know it by.</param>
/// <param name="Config">Digest of its configuration: the image id of an engine.</param>
public sealed record OciImage(Digest Manifest, Digest Config)
{
    /// <summary>The names that point at it.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Bytes of its layers as they are stored.</summary>
    public long Size { get; init; }

    /// <summary>Its layers, lowest first.</summary>
    public ImmutableArray<Digest> Layers { get; init; } = [];

    /// <summary>How many of the layers were there before it was put in.</summary>
    public int ReusedLayers { get; init; }
}
