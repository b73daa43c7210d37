using System.Text;

namespace Hubforge.Processes;

/// <summary>Reads one stream of a program to its end, keeps its text and hands out its lines.</summary>
internal sealed class LineCollector(bool isError, Action<OutputLine>? onLine)
{
    private readonly StringBuilder _text = new();
    private readonly Lock _lock = new();
    private bool _closed;

    public string Text
    {
        get
        {
            lock (_lock)
            {
                return _text.ToString();
            }
        }
    }

    public async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (_lock)
            {
                if (_closed)
                {
                    return;
                }

                _text.Append(line).Append('\n');
            }

            onLine?.Invoke(new OutputLine(isError, LastState(line)));
        }
    }

    /// <summary>Ends collecting: lines that come later, from a grandchild that outlived the program, are dropped.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
        }
    }

    // Progress bars rewrite their line with carriage returns; what a terminal would show is what follows the last one.
    private static string LastState(string line)
    {
        var trimmed = line.TrimEnd('\r');
        return trimmed[(trimmed.LastIndexOf('\r') + 1)..];
    }
}
