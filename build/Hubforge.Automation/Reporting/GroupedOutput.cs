using Hubforge.Primitives;

namespace Hubforge.Automation.Reporting;

/// <summary>Holds a node's lines back and prints them in one foldable group when it ends, as CI hosts show them best.</summary>
internal sealed class GroupedOutput(
    TextWriter writer,
    LinePainter painter,
    Host host,
    AbsolutePath root
) : IOutput
{
    private readonly Dictionary<string, List<string>> _held = [];

    public void Write(OutputLine line)
    {
        if (painter.Shows(line.Severity))
        {
            Put(line.Node, painter.Paint(line));
        }
    }

    public void Report(string? node, Problem problem)
    {
        if (host.Annotate(problem, root) is { } annotation)
        {
            Put(node, annotation);
        }
    }

    public void Progress(string node, string subject, string state, double? fraction) { }

    public void NodeStarted(NodeRecord node)
    {
        _held[node.Name] = [];
        Put(
            null,
            node.Reason.Length == 0 ? $"{node.Name} starts" : $"{node.Name} starts: {node.Reason}"
        );
    }

    public void NodeEnded(NodeRecord node)
    {
        if (_held.Remove(node.Name, out var lines))
        {
            Put(null, host.OpenGroup(node.Name) ?? node.Name);
            lines.ForEach(line => Put(null, line));
            Put(null, host.CloseGroup(node.Name) ?? "");
        }

        // Outside the group: a folded error is not seen.
        if (node.Failure is { } failure)
        {
            var problem = new Problem(Severity.Error, $"{node.Name} failed: {failure}");
            Put(
                null,
                painter.Paint(new OutputLine(default, null, Severity.Error, problem.Message))
            );
            Report(null, problem);
        }
    }

    public void Dispose() => writer.Flush();

    private void Put(string? node, string line)
    {
        if (node is not null && _held.TryGetValue(node, out var lines))
        {
            lines.Add(line);
        }
        else
        {
            writer.WriteLine(line);
            writer.Flush();
        }
    }
}
