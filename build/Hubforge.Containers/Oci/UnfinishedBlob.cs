using Hubforge.Primitives;

namespace Hubforge.Containers.Oci;

/// <summary>A blob while it is written; it is gone when it is not committed.</summary>
internal sealed class UnfinishedBlob : IAsyncDisposable
{
    private readonly BlobStore _store;
    private readonly AbsolutePath _path;
    private readonly FileStream _file;

    public UnfinishedBlob(BlobStore store, AbsolutePath path)
    {
        (_store, _path) = (store, path);
        _file = File.Create(path);
        Stream = new HashingStream(_file);
    }

    /// <summary>Where the content goes.</summary>
    public HashingStream Stream { get; }

    /// <summary>How much was written.</summary>
    public long Size => Stream.Count;

    /// <summary>Reads the file back, and moves it to its place when it is what was written.</summary>
    public async Task<Digest> CommitAsync(CancellationToken cancellationToken)
    {
        var digest = Stream.ToDigest();
        await _file.FlushAsync(cancellationToken);
        RandomAccess.FlushToDisk(_file.SafeFileHandle);
        await _file.DisposeAsync();
        if (_store.Has(digest, Size))
        {
            return digest;
        }

        var written = await BlobStore.DigestOfAsync(_path, cancellationToken);
        if (written != digest)
        {
            throw new IOException($"a blob was read back as {written} and written as {digest}");
        }

        File.Move(_path, _store.PathOf(digest), overwrite: true);
        return digest;
    }

    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        File.Delete(_path);
    }
}
