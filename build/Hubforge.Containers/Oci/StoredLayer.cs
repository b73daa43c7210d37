namespace Hubforge.Containers.Oci;

/// <summary>A layer that is in the layout.</summary>
/// <param name="Blob">The compressed layer.</param>
/// <param name="DiffId">Digest of the unpacked layer; null when it came compressed and was not unpacked.</param>
internal sealed record StoredLayer(OciDescriptor Blob, Digest? DiffId)
{
    /// <summary>Whether the blob was there already.</summary>
    public bool IsReused { get; init; }
}
