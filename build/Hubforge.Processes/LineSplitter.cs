using System.Text;

namespace Hubforge.Processes;

/// <summary>
/// Cuts a stream of text into lines. A line longer than <see cref="LongestLine"/> is handed out in parts, so that a program that never
/// ends its line cannot use up the memory.
/// </summary>
/// <param name="onLine">Gets each line without its end; where a program rewrites a line with carriage returns, its last state.</param>
public sealed class LineSplitter(Action<string> onLine)
{
    /// <summary>Most characters of one line.</summary>
    public const int LongestLine = 64 * 1024;

    private readonly Decoder _decoder = new UTF8Encoding(false).GetDecoder();
    private readonly StringBuilder _line = new();

    /// <summary>Takes in the next bytes of UTF-8, which may end within a character.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        Span<char> characters = stackalloc char[1024];
        while (!bytes.IsEmpty)
        {
            _decoder.Convert(bytes, characters, flush: false, out var used, out var made, out _);
            bytes = bytes[used..];
            Write(characters[..made]);
        }
    }

    /// <summary>Takes in the next characters.</summary>
    public void Write(ReadOnlySpan<char> characters)
    {
        while (!characters.IsEmpty)
        {
            var end = characters.IndexOf('\n');
            var part = end < 0 ? characters : characters[..end];
            var room = LongestLine - _line.Length;
            if (part.Length > room)
            {
                _line.Append(part[..room]);
                characters = characters[room..];
                HandOut();
                continue;
            }

            _line.Append(part);
            characters = characters[(end < 0 ? part.Length : end + 1)..];
            if (end >= 0)
            {
                HandOut();
            }
        }
    }

    /// <summary>Hands out what is left when the stream has ended without a line end.</summary>
    public void Complete()
    {
        if (_line.Length > 0)
        {
            HandOut();
        }
    }

    private void HandOut()
    {
        var line = _line.ToString().TrimEnd('\r');
        _line.Clear();
        onLine(line[(line.LastIndexOf('\r') + 1)..]);
    }
}
