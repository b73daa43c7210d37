using Hubforge.Primitives;

namespace Hubforge.Automation.Reporting;

/// <summary>Prints each line as it comes, with its node in front, so that nodes that run side by side can be told apart.</summary>
internal sealed class StreamingOutput(TextWriter writer, LinePainter painter, Ansi ansi) : IOutput
{
    public void Write(OutputLine line)
    {
        if (painter.Shows(line.Severity))
        {
            var prefix = line.Node is { } node ? ansi.Cyan(node) + ansi.Dim(" | ") : "";
            writer.WriteLine(prefix + painter.Paint(line));
            writer.Flush();
        }
    }

    public void Report(string? node, Problem problem) { }

    public void Progress(string node, string subject, string state, double? fraction) { }

    public void NodeStarted(NodeRecord node) =>
        Write(
            Line(
                node.Name,
                Severity.Information,
                node.Reason.Length == 0 ? "starts" : $"starts: {node.Reason}"
            )
        );

    public void NodeEnded(NodeRecord node)
    {
        if (node.Failure is { } failure)
        {
            foreach (var text in failure.Split('\n'))
            {
                Write(Line(node.Name, Severity.Error, text.TrimEnd('\r')));
            }
        }
    }

    public void Dispose() => writer.Flush();

    private static OutputLine Line(string node, Severity severity, string text) =>
        new(default, node, severity, text);
}
