using Hubforge.Primitives;

namespace Hubforge.Automation.Reporting;

/// <summary>The table after a run, in NUKE's layout, and what was warned of before it.</summary>
internal sealed class SummaryTable(Ansi ansi)
{
    private const int StatusWidth = 11;
    private const int DurationWidth = 11;

    public IEnumerable<string> Lines(RunRecord run)
    {
        foreach (var line in Problems(run))
        {
            yield return line;
        }

        var nodes = run.Nodes.Where(node => node.Status != NodeStatus.Collective).ToArray();
        var width = Math.Max(19, nodes.Select(node => node.Name.Length + 4).DefaultIfEmpty().Max());
        var total = width + StatusWidth + DurationWidth;
        yield return "";
        yield return new string('═', total);
        yield return "Target".PadRight(width)
            + "Status".PadRight(StatusWidth)
            + "Duration".PadLeft(DurationWidth);
        yield return new string('─', total);
        foreach (var node in nodes)
        {
            yield return Row(node, width);
        }

        yield return new string('─', total);
        yield return "Total".PadRight(width + StatusWidth)
            + DurationText.Of(run.Duration).PadLeft(DurationWidth);
        yield return new string('═', total);
        yield return "";
    }

    private IEnumerable<string> Problems(RunRecord run)
    {
        if (run.Nodes.All(node => node.Problems.IsEmpty))
        {
            yield break;
        }

        yield return "";
        yield return ansi.Bold("Errors & Warnings");
        foreach (var node in run.Nodes)
        {
            foreach (var problem in node.Problems)
            {
                var mark =
                    problem.Severity == Severity.Error ? ansi.Red("[ERR]") : ansi.Yellow("[WRN]");
                yield return $"{mark} {node.Name}: {problem}";
            }
        }
    }

    private string Row(NodeRecord node, int width)
    {
        var ran = node.Started is not null;
        var status = node.Status switch
        {
            NodeStatus.UpToDate => "Up to date",
            NodeStatus.NotRun => "Not run",
            _ => node.Status.ToString(),
        };
        var notes = node.Summary.Select(pair => $"{pair.Key}: {pair.Value}").Prepend(node.Reason);
        var text = string.Join(", ", notes.Where(note => note.Length > 0));
        var row =
            node.Name.PadRight(width)
            + Paint(node.Status, status.PadRight(StatusWidth))
            + (ran ? DurationText.Of(node.Duration) : "").PadLeft(DurationWidth);
        return text.Length == 0 ? row.TrimEnd() : $"{row}   {ansi.Dim("// " + text)}";
    }

    private string Paint(NodeStatus status, string text) =>
        status switch
        {
            NodeStatus.Succeeded or NodeStatus.UpToDate => ansi.Green(text),
            NodeStatus.Failed => ansi.Red(text),
            NodeStatus.Aborted or NodeStatus.NotRun => ansi.Yellow(text),
            _ => text,
        };
}
