using System.Security.Cryptography;
using Hubforge.Primitives;

namespace Hubforge.Containers.Oci;

/// <summary>Brings the layers of an archive into a layout, compressed, without ever holding one in memory.</summary>
/// <param name="blobs">The layout's blobs.</param>
/// <param name="known">Layers that the layout has, by the digest of their unpacked content.</param>
/// <param name="reporter">Is told about each layer.</param>
internal sealed class LayerWriter(
    BlobStore blobs,
    IReadOnlyDictionary<Digest, OciDescriptor> known,
    IReporter reporter
)
{
    private const int BufferSize = 128 * 1024;

    /// <summary>Stores one layer.</summary>
    /// <param name="head">The first bytes, which were read to see what it is.</param>
    /// <param name="rest">The others.</param>
    /// <param name="claimed">The digest that the archive gives to these bytes; null when it gives none.</param>
    /// <param name="cancellationToken">Stops the writing; nothing is left of the blob.</param>
    public async Task<StoredLayer> WriteAsync(
        ReadOnlyMemory<byte> head,
        Stream rest,
        Digest? claimed,
        CancellationToken cancellationToken
    )
    {
        var source = new LayerSource(head, rest, BufferSize);
        var mediaType = MediaTypeOf(head.Span);
        var layer =
            claimed is { } digest && known.TryGetValue(digest, out var there) && mediaType is null
                ? await VerifyAsync(source, there, cancellationToken)
            : mediaType is null ? await CompressAsync(source, cancellationToken)
            : await CopyAsync(source, mediaType, cancellationToken);
        var found = layer.DiffId ?? Digest.Parse(layer.Blob.Digest);
        if (claimed is { } expected && expected != found)
        {
            throw new InvalidDataException($"a layer called {expected} has the digest {found}");
        }

        reporter.Progress(
            $"layer {found.Abbreviated}",
            layer.IsReused ? "is there already" : "written",
            1
        );
        return layer;
    }

    private static string? MediaTypeOf(ReadOnlySpan<byte> head) =>
        head switch
        {
            [0x1f, 0x8b, ..] => OciNames.GzipLayer,
            [0x28, 0xb5, 0x2f, 0xfd, ..] => OciNames.ZstdLayer,
            _ => null,
        };

    private static async Task<StoredLayer> VerifyAsync(
        LayerSource source,
        OciDescriptor there,
        CancellationToken cancellationToken
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var part in source.ReadAsync(cancellationToken))
        {
            hash.AppendData(part.Span);
        }

        return new StoredLayer(there, Digest.FromHash(hash.GetCurrentHash())) { IsReused = true };
    }

    private async Task<StoredLayer> CompressAsync(
        LayerSource source,
        CancellationToken cancellationToken
    )
    {
        await using var blob = blobs.Begin();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using (var gzip = new ParallelGzip(blob.Stream))
        {
            await foreach (var part in source.ReadAsync(cancellationToken))
            {
                hash.AppendData(part.Span);
                await gzip.WriteAsync(part, cancellationToken);
            }

            await gzip.CompleteAsync(cancellationToken);
        }

        var diffId = Digest.FromHash(hash.GetCurrentHash());
        return known.TryGetValue(diffId, out var there)
            ? new StoredLayer(there, diffId) { IsReused = true }
            : await CommitAsync(blob, OciNames.GzipLayer, diffId, cancellationToken);
    }

    private async Task<StoredLayer> CopyAsync(
        LayerSource source,
        string mediaType,
        CancellationToken cancellationToken
    )
    {
        await using var blob = blobs.Begin();
        await foreach (var part in source.ReadAsync(cancellationToken))
        {
            await blob.Stream.WriteAsync(part, cancellationToken);
        }

        return await CommitAsync(blob, mediaType, null, cancellationToken);
    }

    private async Task<StoredLayer> CommitAsync(
        UnfinishedBlob blob,
        string mediaType,
        Digest? diffId,
        CancellationToken cancellationToken
    )
    {
        var reused = blobs.Has(blob.Stream.ToDigest(), blob.Size);
        var digest = await blob.CommitAsync(cancellationToken);
        return new StoredLayer(new OciDescriptor(mediaType, digest.ToString(), blob.Size), diffId)
        {
            IsReused = reused,
        };
    }
}
