using System.Globalization;
using System.Net;
using System.Text;

namespace Hubforge.Automation.Reporting;

/// <summary>A run as one HTML page: which node ran when, for how long, and why.</summary>
internal static class TimelinePage
{
    private const int MostTicks = 8;

    // Seconds between two lines of the axis: the first that gives few enough is taken.
    private static readonly int[] s_steps = [1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200];

    public static string Of(RunRecord run)
    {
        var page = new StringBuilder(Page.Head("Timeline"));
        var grid = string.Concat(
            Ticks(run).Select(tick => $"<i style=\"left:{Share(run, tick)}%\"></i>")
        );
        page.Append(CultureInfo.InvariantCulture, $"<p>{Encode(Headline(run))}</p>\n<table>\n");
        page.Append(
            CultureInfo.InvariantCulture,
            $"<tr><th>Node</th><th>Outcome</th><th>Duration</th><th class=\"bar\">{Labels(run)}</th><th>Why</th></tr>\n"
        );
        foreach (var node in run.Nodes.Where(node => node.Status != NodeStatus.Collective))
        {
            var duration = node.Started is null ? "" : DurationText.Of(node.Duration);
            page.Append(
                $"<tr><td>{Encode(node.Name)}</td><td>{node.Status}</td><td class=\"number\">{duration}</td>"
            );
            page.Append(
                $"<td class=\"bar\">{grid}{Bar(run, node)}</td><td class=\"reason\">{Encode(node.Reason)}</td></tr>\n"
            );
        }

        return page.Append("</table>\n").Append(Page.Foot).ToString();
    }

    private static string Headline(RunRecord run)
    {
        var work = TimeSpan.FromTicks(run.Nodes.Sum(node => node.Duration.Ticks));
        return $"{string.Join(", ", run.Invoked)}: {DurationText.Of(work)} of work in {DurationText.Of(run.Duration)}, exit code {run.ExitCode}";
    }

    private static string Labels(RunRecord run) =>
        string.Concat(
            Ticks(run)
                .Select(tick =>
                    $"<i style=\"left:{Share(run, tick)}%\">{(tick % 60 == 0 ? $"{tick / 60} min" : $"{tick} s")}</i>"
                )
        );

    private static IEnumerable<int> Ticks(RunRecord run)
    {
        var seconds = (int)run.Duration.TotalSeconds;
        var step = Array.Find(s_steps, step => seconds / step <= MostTicks);
        for (var tick = step; step > 0 && tick <= seconds; tick += step)
        {
            yield return tick;
        }
    }

    private static string Bar(RunRecord run, NodeRecord node) =>
        node.Started is { } started
            ? $"<div class=\"{node.Status}\" style=\"left:{Share(run, (started - run.Started).TotalSeconds)}%;width:{Share(run, node.Duration.TotalSeconds)}%\"></div>"
            : "";

    private static string Share(RunRecord run, double seconds)
    {
        var total = Math.Max(run.Duration.TotalSeconds, 0.001);
        return (Math.Clamp(seconds / total, 0, 1) * 100).ToString(
            "0.##",
            CultureInfo.InvariantCulture
        );
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
