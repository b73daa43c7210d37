using System.Text;
using Hubforge.Automation.Execution;
using Hubforge.Automation.Planning;

namespace Hubforge.Automation.Reporting;

/// <summary>The answer of <c>--why</c>: everything known about the nodes of one target.</summary>
internal static class WhyText
{
    public static string Of(IReadOnlyList<PlannedNode> planned, TargetModel target)
    {
        var text = new StringBuilder();
        foreach (var (node, verdict) in planned)
        {
            if (node.Target == target && !(node.IsJoin && planned.Count > 1))
            {
                Append(text, node, verdict);
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, TargetNode node, Verdict verdict)
    {
        var outcome = verdict.Kind switch
        {
            VerdictKind.Run => "will run",
            VerdictKind.UpToDate => "is up to date",
            VerdictKind.Depends => "may run",
            VerdictKind.Skip => "is skipped",
            _ => "only stands for what it depends on",
        };
        text.Append(node.Name).Append(' ').Append(outcome).Append('\n');
        foreach (var reason in verdict.Reasons)
        {
            text.Append("  because  ").Append(reason).Append('\n');
        }

        if (node.Dependencies.Count > 0)
        {
            text.Append("  after    ").AppendJoin(", ", node.Dependencies).Append('\n');
        }
    }
}
