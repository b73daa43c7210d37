using Hubforge.Primitives;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Hubforge.Automation.Reporting;

/// <summary>Prints lines as they come, and below them keeps a table of what runs, for how long, and how far it is.</summary>
internal sealed class LiveOutput : IOutput
{
    private const int LeastHeight = 10;
    private const int LeastWidth = 40;

    private static readonly TimeSpan s_refresh = TimeSpan.FromMilliseconds(125);

    private readonly IAnsiConsole _console;
    private readonly LinePainter _painter;
    private readonly StringWriter _pending = new();
    private readonly StreamingOutput _lines;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();

    // The console's live display is not made for writers on other threads.
    private readonly Lock _screen = new();
    private readonly SortedDictionary<string, LiveNode> _running = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _view;

    public LiveOutput(TextWriter writer, LinePainter painter, Ansi ansi, TimeProvider time)
    {
        _painter = painter;
        _time = time;
        _lines = new StreamingOutput(_pending, painter, ansi);
        _console = AnsiConsole.Create(
            new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.Yes }
        );
        // Some terminals do not tell their size; a view of no lines cannot be drawn.
        _console.Profile.Height = Math.Max(_console.Profile.Height, LeastHeight);
        _console.Profile.Width = Math.Max(_console.Profile.Width, LeastWidth);
        _view = ShowAsync();
    }

    public void Write(OutputLine line) => Print(() => _lines.Write(line));

    public void Report(string? node, Problem problem) { }

    public void Progress(string node, string subject, string state, double? fraction)
    {
        lock (_lock)
        {
            if (_running.TryGetValue(node, out var live))
            {
                live.State = fraction is { } share
                    ? $"{subject}: {state} {share:0%}"
                    : $"{subject}: {state}";
            }
        }
    }

    public void NodeStarted(NodeRecord node)
    {
        lock (_lock)
        {
            _running[node.Name] = new LiveNode(_time.GetTimestamp());
        }

        if (_painter.Shows(Severity.Information))
        {
            Print(() => _lines.NodeStarted(node));
        }
    }

    public void NodeEnded(NodeRecord node)
    {
        lock (_lock)
        {
            _running.Remove(node.Name);
        }

        Print(() => _lines.NodeEnded(node));
    }

    public void Dispose()
    {
        _end.Cancel();
#pragma warning disable VSTHRD002 // the view ends within one refresh, and Dispose cannot wait otherwise
        _view.GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
        _end.Dispose();
        _lines.Dispose();
        _pending.Dispose();
    }

    private async Task ShowAsync() =>
        await _console
            .Live(View())
            .AutoClear(true)
            .StartAsync(async context =>
            {
                while (!_end.IsCancellationRequested)
                {
                    Show(context);
                    await Task.Delay(s_refresh, _time, CancellationToken.None);
                }
            });

    private void Show(LiveDisplayContext context)
    {
        var view = View();
        lock (_screen)
        {
            context.UpdateTarget(view);
        }
    }

    // Through the console, so that the table moves down and the line stays.
    private void Print(Action write)
    {
        string text;
        lock (_lock)
        {
            write();
            text = _pending.ToString();
            _pending.GetStringBuilder().Clear();
        }

        if (text.Length > 0)
        {
            lock (_screen)
            {
                _console.Write(new ControlText(text));
            }
        }
    }

    private IRenderable View()
    {
        lock (_lock)
        {
            // A table without rows cannot be drawn.
            return _running.Count == 0 ? Text.Empty : Table();
        }
    }

    private Table Table()
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        table.AddColumns("node", "time", "state");
        foreach (var (name, node) in _running)
        {
            table.AddRow(
                new Text(name, new Style(Color.Aqua)),
                new Text(DurationText.Of(_time.GetElapsedTime(node.Start))),
                new Text(node.State) { Overflow = Overflow.Ellipsis }
            );
        }

        return table;
    }

    private sealed class LiveNode(long start)
    {
        public long Start { get; } = start;

        public string State { get; set; } = "";
    }

    // Text that carries its own colours and is neither wrapped nor measured.
    private sealed class ControlText(string text) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => new(0, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
            [Segment.Control(text)];
    }
}
