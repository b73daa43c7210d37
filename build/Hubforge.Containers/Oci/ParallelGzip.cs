using System.IO.Compression;
using System.Threading.Channels;

namespace Hubforge.Containers.Oci;

/// <summary>
/// Compresses with all processors: blocks become gzip members of their own, which together are one valid gzip file (RFC 1952, section 2.2). The same input
/// always gives the same output, however many processors there are.
/// </summary>
internal sealed class ParallelGzip(Stream target) : IAsyncDisposable
{
    private const int BlockSize = 1024 * 1024;

    private readonly Channel<Task<MemoryStream>> _blocks = Channel.CreateBounded<
        Task<MemoryStream>
    >(Environment.ProcessorCount + 1);

    private MemoryStream _block = new(BlockSize);
    private Task? _writing;
    private bool _any;

    /// <summary>Takes in the next bytes; waits while the processors are behind.</summary>
    public async ValueTask WriteAsync(
        ReadOnlyMemory<byte> bytes,
        CancellationToken cancellationToken
    )
    {
        while (!bytes.IsEmpty)
        {
            var part = bytes[..Math.Min(bytes.Length, BlockSize - (int)_block.Length)];
            _block.Write(part.Span);
            bytes = bytes[part.Length..];
            if (_block.Length == BlockSize)
            {
                await SendAsync(cancellationToken);
            }
        }
    }

    /// <summary>Compresses what is left and waits until everything is written.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (_block.Length > 0 || !_any)
        {
            await SendAsync(cancellationToken);
        }

        _blocks.Writer.Complete();
        await WrittenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _blocks.Writer.TryComplete();
        await WrittenAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _block.DisposeAsync();
    }

    private static MemoryStream Compress(MemoryStream block)
    {
        var compressed = new MemoryStream(BlockSize / 2);
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            block.WriteTo(gzip);
        }

        compressed.Position = 0;
        return compressed;
    }

    private Task WrittenAsync() => _writing ??= Task.Run(WriteBlocksAsync);

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        var block = _block;
        _block = new MemoryStream(BlockSize);
        _any = true;
        _ = WrittenAsync();
        try
        {
            await _blocks.Writer.WriteAsync(
                Task.Run(() => Compress(block), cancellationToken),
                cancellationToken
            );
        }
        catch (ChannelClosedException)
        {
            await WrittenAsync();
            throw;
        }
    }

    private async Task WriteBlocksAsync()
    {
        try
        {
            await foreach (var block in _blocks.Reader.ReadAllAsync())
            {
                await using var compressed = await block;
                await compressed.CopyToAsync(target);
            }
        }
        catch (Exception failure)
        {
            // Whoever waits for room in the channel must hear of it, too.
            _blocks.Writer.TryComplete(failure);
            throw;
        }
    }
}
