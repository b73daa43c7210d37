using System.Globalization;
using System.Net;
using System.Text;

namespace Hubforge.Automation.Reporting;

/// <summary>A run as one HTML page: which node ran when, and for how long.</summary>
internal static class TimelinePage
{
    public static string Of(RunRecord run)
    {
        var page = new StringBuilder(Page.Head("Timeline"));
        page.Append(
            $"<p>{WebUtility.HtmlEncode(string.Join(", ", run.Invoked))}: {DurationText.Of(run.Duration)}, exit code {run.ExitCode}</p>\n<table>\n"
        );
        foreach (var node in run.Nodes.Where(node => node.Status != NodeStatus.Collective))
        {
            page.Append(
                $"<tr><td>{WebUtility.HtmlEncode(node.Name)}</td><td>{node.Status}</td>{Bar(run, node)}</tr>\n"
            );
        }

        return page.Append("</table>\n").Append(Page.Foot).ToString();
    }

    private static string Bar(RunRecord run, NodeRecord node)
    {
        var reason = WebUtility.HtmlEncode(node.Reason);
        if (node.Started is not { } started)
        {
            return $"<td></td><td>{reason}</td>";
        }

        var total = Math.Max(run.Duration.TotalSeconds, 0.001);
        var left = Percent((started - run.Started).TotalSeconds / total);
        var width = Percent(node.Duration.TotalSeconds / total);
        return $"<td>{DurationText.Of(node.Duration)}</td><td class=\"bar\" title=\"{reason}\"><div class=\"{node.Status}\" style=\"left:{left}%;width:{width}%\"></div></td>";
    }

    private static string Percent(double share) =>
        (Math.Clamp(share, 0, 1) * 100).ToString("0.##", CultureInfo.InvariantCulture);
}
