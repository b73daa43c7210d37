using System.Buffers.Binary;
using Hubforge.Processes;

namespace Hubforge.Containers.Running;

/// <summary>The output of a container while it is read.</summary>
public sealed class ContainerOutput : IAsyncDisposable
{
    private const int HeaderLength = 8;

    private readonly Stream _stream;

    internal ContainerOutput(Stream stream) => _stream = stream;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    /// <summary>Hands out every line, in order within each stream, until the container has ended.</summary>
    /// <exception cref="EngineException">The connection broke off.</exception>
    public async Task ReadAsync(Action<OutputLine> onLine, CancellationToken cancellationToken)
    {
        var output = new LineSplitter(line => onLine(new OutputLine(false, line)));
        var error = new LineSplitter(line => onLine(new OutputLine(true, line)));
        var header = new byte[HeaderLength];
        var buffer = new byte[32 * 1024];
        while (true)
        {
            var read = await _stream.ReadAtLeastAsync(
                header,
                HeaderLength,
                throwOnEndOfStream: false,
                cancellationToken
            );
            if (read < HeaderLength || !IsFrame(header))
            {
                output.Write(header.AsSpan(0, read));
                break;
            }

            var splitter = header[0] == 2 ? error : output;
            var left = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4));
            while (left > 0)
            {
                var wanted = (int)Math.Min(left, (uint)buffer.Length);
                wanted = await _stream.ReadAsync(buffer.AsMemory(0, wanted), cancellationToken);
                if (wanted == 0)
                {
                    break;
                }

                splitter.Write(buffer.AsSpan(0, wanted));
                left -= (uint)wanted;
            }
        }

        int rest;
        while ((rest = await _stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            output.Write(buffer.AsSpan(0, rest));
        }

        output.Complete();
        error.Complete();
    }

    // Frames of an eight-byte header (stream, three zeroes, length) and a payload. A container with a terminal sends its
    // output bare; there the first byte is no stream number followed by three zeroes.
    // https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Container/operation/ContainerAttach
    private static bool IsFrame(ReadOnlySpan<byte> header) =>
        header[0] <= 2 && header[1] == 0 && header[2] == 0 && header[3] == 0;
}
