namespace Hubforge.Containers.Oci;

/// <summary>Where an image comes from.</summary>
/// <param name="OpenAsync">Opens its <c>docker save</c> archive.</param>
internal sealed record OciSource(Func<CancellationToken, Task<Stream>> OpenAsync)
{
    /// <summary>Digest of its configuration; null when it is not known beforehand.</summary>
    public Digest? ImageId { get; init; }
}
