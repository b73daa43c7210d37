using System.Globalization;
using System.Text;

namespace Hubforge.Testing;

/// <summary>Just enough HTTP/1.1 for one connection of a <see cref="FakeEngine"/>.</summary>
internal sealed class FakeConnection(Stream stream)
{
    /// <summary>Reads one request; null when the client has closed the connection.</summary>
    public async Task<FakeRequest?> ReadAsync(CancellationToken cancellationToken)
    {
        var first = await ReadLineAsync(cancellationToken);
        if (first.Split(' ') is not [var method, var target, _])
        {
            return null;
        }

        var headers = new Dictionary<string, string>();
        while (await ReadLineAsync(cancellationToken) is { Length: > 0 } line)
        {
            var (name, value) = line.Split(':', 2) is [var left, var right]
                ? (left, right)
                : (line, "");
            headers[name.ToLowerInvariant()] = value.Trim();
        }

        return new FakeRequest(
            method,
            target,
            headers,
            await ReadBodyAsync(headers, cancellationToken)
        );
    }

    /// <summary>Sends a reply; false when the connection is to be closed.</summary>
    public async Task<bool> ReplyAsync(FakeReply reply, CancellationToken cancellationToken)
    {
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {reply.Status} Whatever\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Type: {reply.ContentType}\r\n");
        var chunked = !reply.IsRaw && (reply.BreaksOff || reply.Hangs);
        if (chunked)
        {
            head.Append("Transfer-Encoding: chunked\r\n");
        }
        else if (!reply.IsRaw && reply.Status != 204)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {reply.Body.Length}\r\n");
        }

        head.Append("\r\n");
        if (chunked)
        {
            head.Append(CultureInfo.InvariantCulture, $"{reply.Body.Length:x}\r\n");
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.ToString()), cancellationToken);
        await stream.WriteAsync(reply.Body, cancellationToken);
        if (chunked)
        {
            await stream.WriteAsync("\r\n"u8.ToArray(), cancellationToken);
        }

        if (reply.Hangs)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return !reply.BreaksOff && !reply.IsRaw;
    }

    private async Task<byte[]> ReadBodyAsync(
        Dictionary<string, string> headers,
        CancellationToken cancellationToken
    )
    {
        using var body = new MemoryStream();
        if (headers.GetValueOrDefault("transfer-encoding") == "chunked")
        {
            while (await ReadChunkAsync(cancellationToken) is { Length: > 0 } chunk)
            {
                await body.WriteAsync(chunk, cancellationToken);
            }
        }
        else if (headers.TryGetValue("content-length", out var length))
        {
            await body.WriteAsync(
                await ReadExactlyAsync(
                    int.Parse(length, CultureInfo.InvariantCulture),
                    cancellationToken
                ),
                cancellationToken
            );
        }

        return body.ToArray();
    }

    private async Task<byte[]> ReadChunkAsync(CancellationToken cancellationToken)
    {
        var length = int.Parse(
            await ReadLineAsync(cancellationToken),
            NumberStyles.HexNumber,
            CultureInfo.InvariantCulture
        );
        var chunk = await ReadExactlyAsync(length, cancellationToken);
        await ReadLineAsync(cancellationToken);
        return chunk;
    }

    private async Task<byte[]> ReadExactlyAsync(int length, CancellationToken cancellationToken)
    {
        var bytes = new byte[length];
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, cancellationToken) == 1 && one[0] != '\n')
        {
            line.Append((char)one[0]);
        }

        return line.ToString().TrimEnd('\r');
    }
}
