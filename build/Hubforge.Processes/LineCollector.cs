using System.Runtime.ExceptionServices;
using System.Text;

namespace Hubforge.Processes;

/// <summary>Reads one stream of a program to its end, keeps the last part of its text and hands out its lines.</summary>
/// <param name="isError">Whether the stream is standard error.</param>
/// <param name="limit">Most characters that are kept.</param>
/// <param name="onLine">Gets every line; null when nobody wants them.</param>
internal sealed class LineCollector(bool isError, int limit, Action<OutputLine>? onLine)
{
    private readonly StringBuilder _text = new();
    private readonly Lock _lock = new();
    private bool _closed;
    private bool _cut;
    private ExceptionDispatchInfo? _failure;

    /// <summary>What was kept, and whether something before it was dropped.</summary>
    public (string Text, bool IsCut) Kept
    {
        get
        {
            lock (_lock)
            {
                var excess = Math.Max(0, _text.Length - limit);
                return (_text.ToString(excess, _text.Length - excess), _cut || excess > 0);
            }
        }
    }

    public async Task ReadAsync(Stream stream)
    {
        var bytes = new byte[16 * 1024];
        var characters = new char[bytes.Length];
        var decoder = new UTF8Encoding(false).GetDecoder();
        var lines = new LineSplitter(HandOut);
        int read;
        while ((read = await ReadSomeAsync(stream, bytes)) > 0)
        {
            var made = decoder.GetChars(bytes, 0, read, characters, 0);
            if (!Keep(characters.AsSpan(0, made)))
            {
                return;
            }

            if (onLine is not null)
            {
                lines.Write(characters.AsSpan(0, made));
            }
        }

        lines.Complete();
        _failure?.Throw();
    }

    /// <summary>Ends collecting: lines that come later, from a grandchild that outlived the program, are dropped.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
        }
    }

    // A handler that fails must not stop the reading, or the program waits for ever for room in the pipe.
    private void HandOut(string line)
    {
        try
        {
            if (_failure is null)
            {
                onLine?.Invoke(new OutputLine(isError, line));
            }
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            _failure = ExceptionDispatchInfo.Capture(failure);
        }
    }

    // The pipe is closed under a read when a grandchild holds its other end for too long.
    private async Task<int> ReadSomeAsync(Stream stream, byte[] bytes)
    {
        try
        {
            return await stream.ReadAsync(bytes, CancellationToken.None);
        }
        catch (Exception failure)
            when (failure is IOException or ObjectDisposedException or OperationCanceledException
                && IsClosed()
            )
        {
            return 0;
        }
    }

    private bool IsClosed()
    {
        lock (_lock)
        {
            return _closed;
        }
    }

    private bool Keep(ReadOnlySpan<char> characters)
    {
        lock (_lock)
        {
            if (_closed)
            {
                return false;
            }

            _text.Append(characters);
            if (_text.Length > 2L * limit)
            {
                _text.Remove(0, _text.Length - limit);
                _cut = true;
            }

            return true;
        }
    }
}
