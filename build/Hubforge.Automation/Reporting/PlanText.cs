using System.Text;
using Hubforge.Automation.Execution;
using Hubforge.Automation.Planning;

namespace Hubforge.Automation.Reporting;

/// <summary>A plan as text: the nodes in the order in which they can start, indented below what they wait for.</summary>
internal static class PlanText
{
    // Deeper plans would be mostly blanks: a chain of 10,000 targets a hundred million of them.
    private const int MostIndented = 20;

    public static string Of(IReadOnlyList<PlannedNode> planned, Ansi ansi)
    {
        var shown = planned.Where(node => node.Verdict.Kind != VerdictKind.Collective).ToArray();
        var depths = Depths(planned);
        int Indentation(PlannedNode node) => Math.Min(depths[node.Node.Index], MostIndented);
        var width =
            4
            + shown
                .Select(node => node.Node.Name.Length + (2 * Indentation(node)))
                .DefaultIfEmpty()
                .Max();
        var text = new StringBuilder();
        foreach (var node in shown)
        {
            var depth = Indentation(node);
            var branch = depth == 0 ? "" : new string(' ', 2 * (depth - 1)) + "└ ";
            text.Append((branch + node.Node.Name).PadRight(width));
            text.Append(Verdict(node.Verdict, ansi)).Append('\n');
        }

        var counts = shown.CountBy(node => node.Verdict.Kind).ToDictionary();
        return text.Append('\n')
            .Append(
                $"{counts.GetValueOrDefault(VerdictKind.Run)} to run, "
                    + $"{counts.GetValueOrDefault(VerdictKind.Depends)} depending on others, "
                    + $"{counts.GetValueOrDefault(VerdictKind.UpToDate)} up to date, "
                    + $"{counts.GetValueOrDefault(VerdictKind.Skip)} skipped\n"
            )
            .ToString();
    }

    private static string Verdict(Verdict verdict, Ansi ansi) =>
        verdict.Kind switch
        {
            VerdictKind.Run => ansi.Yellow("will run") + $"     {verdict.Text}",
            VerdictKind.UpToDate => ansi.Green("up to date") + $"   {verdict.Text}",
            VerdictKind.Depends => ansi.Cyan("may run") + $"      {verdict.Text}",
            _ => ansi.Dim("skipped") + $"      {verdict.Text}",
        };

    internal static int[] Depths(IReadOnlyList<PlannedNode> planned)
    {
        var depths = new int[planned.Count];
        foreach (var (node, _) in planned)
        {
            foreach (var before in Scheduler.Before(node))
            {
                // Collections are not shown, so they do not indent either.
                var step = planned[before.Index].Verdict.Kind == VerdictKind.Collective ? 0 : 1;
                depths[node.Index] = Math.Max(depths[node.Index], depths[before.Index] + step);
            }
        }

        return depths;
    }
}
