using System.Security.Cryptography;
using Hubforge.Primitives;

namespace Hubforge.Containers.Oci;

/// <summary>The blobs of a layout. A blob appears under its digest only when it is whole and was read back.</summary>
internal sealed class BlobStore(AbsolutePath layout)
{
    private AbsolutePath Blobs { get; } = layout / "blobs/sha256";

    /// <summary>Where unfinished files are; no reader of layouts looks there.</summary>
    public AbsolutePath Unfinished { get; } = layout / ".hubforge";

    public AbsolutePath PathOf(Digest digest) => Blobs / digest.Hex;

    /// <summary>Whether the blob is there with that size.</summary>
    public bool Has(Digest digest, long size) =>
        new FileInfo(PathOf(digest)) is { Exists: true } file && file.Length == size;

    /// <summary>Makes the folders and removes what a killed run left unfinished. Call it under the layout's lock.</summary>
    public void Prepare()
    {
        Directory.CreateDirectory(Blobs);
        Directory.CreateDirectory(Unfinished);
        foreach (var left in Directory.EnumerateFiles(Unfinished, "*.tmp"))
        {
            File.Delete(left);
        }
    }

    public Task<byte[]> ReadAsync(Digest digest, CancellationToken cancellationToken) =>
        File.ReadAllBytesAsync(PathOf(digest), cancellationToken);

    /// <summary>Stores bytes and returns their digest.</summary>
    public async Task<Digest> WriteAsync(byte[] content, CancellationToken cancellationToken)
    {
        await using var blob = Begin();
        await blob.Stream.WriteAsync(content, cancellationToken);
        return await blob.CommitAsync(cancellationToken);
    }

    /// <summary>Begins a blob whose digest is known when it ends.</summary>
    public UnfinishedBlob Begin() => new(this, Unfinished / $"{Guid.NewGuid():N}.tmp");

    /// <summary>Replaces a file of the layout in one step.</summary>
    public async Task ReplaceAsync(
        AbsolutePath path,
        byte[] content,
        CancellationToken cancellationToken
    )
    {
        var temporary = Unfinished / $"{Guid.NewGuid():N}.tmp";
        try
        {
            await using (var file = File.Create(temporary))
            {
                await file.WriteAsync(content, cancellationToken);
                await file.FlushAsync(cancellationToken);
                RandomAccess.FlushToDisk(file.SafeFileHandle);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Removes all blobs but those; returns how many bytes became free.</summary>
    public long RemoveAllBut(IReadOnlySet<Digest> wanted)
    {
        var freed = 0L;
        foreach (var file in new DirectoryInfo(Blobs).EnumerateFiles())
        {
            if (Digest.TryParse($"sha256:{file.Name}", out var digest) && !wanted.Contains(digest))
            {
                freed += file.Length;
                file.Delete();
            }
        }

        return freed;
    }

    /// <summary>Returns the digest of what is really on the disk.</summary>
    public static async Task<Digest> DigestOfAsync(
        AbsolutePath path,
        CancellationToken cancellationToken
    )
    {
        await using var file = File.OpenRead(path);
        return Digest.FromHash(await SHA256.HashDataAsync(file, cancellationToken));
    }
}
