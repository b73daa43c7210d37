using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.Missions.Solving;

/// <summary>The output of a solve: passed on as it comes, and kept to explain a failure.</summary>
internal sealed class SolveTranscript(string environment, IReporter reporter)
{
    private const int KeptLines = 20_000;

    private readonly Lock _lock = new();
    private readonly Queue<string> _lines = new();

    public string Text
    {
        get
        {
            lock (_lock)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    public void Take(OutputLine line)
    {
        lock (_lock)
        {
            _lines.Enqueue(line.Text);
            if (_lines.Count > KeptLines)
            {
                _lines.Dequeue();
            }
        }

        reporter.Write(Severity.Debug, $"{environment}: {line.Text}");
        if (!string.IsNullOrWhiteSpace(line.Text))
        {
            reporter.Progress(environment, line.Text.Trim(), null);
        }
    }
}
