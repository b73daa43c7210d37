using System.Net;
using System.Text;
using Hubforge.Automation.Execution;
using Hubforge.Automation.Planning;

namespace Hubforge.Automation.Reporting;

/// <summary>
/// A plan as one HTML page that needs nothing else: columns of nodes by depth, with lines between them. Pointing at a node leaves only
/// what comes before and after it.
/// </summary>
internal static class PlanPage
{
    private const int ColumnWidth = 300;
    private const int RowHeight = 64;
    private const int BoxWidth = 250;
    private const int BoxHeight = 46;
    private const int NameLength = 30;
    private const int TextLength = 34;

    public static string Of(IReadOnlyList<PlannedNode> planned)
    {
        var shown = planned.Where(node => node.Verdict.Kind != VerdictKind.Collective).ToArray();
        var places = Places(planned, shown);
        var width = places.Values.Select(place => place.X).DefaultIfEmpty().Max() + ColumnWidth;
        var height = places.Values.Select(place => place.Y).DefaultIfEmpty().Max() + RowHeight;
        var page = new StringBuilder(Page.Head("Plan"));
        page.Append(Legend(shown));
        page.Append($"<svg width=\"{width}\" height=\"{height}\" role=\"img\">\n");
        foreach (var node in shown)
        {
            foreach (var before in Shown(Scheduler.Before(node.Node), planned))
            {
                page.Append(
                    $"<path data-from=\"{before.Index}\" data-to=\"{node.Node.Index}\" d=\"{Line(places[before.Index], places[node.Node.Index])}\"/>\n"
                );
            }
        }

        foreach (var node in shown)
        {
            page.Append(Box(node, places[node.Node.Index]));
        }

        return page.Append("</svg>\n").Append(Page.PointingScript).Append(Page.Foot).ToString();
    }

    private static HashSet<TargetNode> Shown(
        IEnumerable<TargetNode> nodes,
        IReadOnlyList<PlannedNode> planned
    ) =>
        [
            .. nodes.SelectMany(node =>
                planned[node.Index].Verdict.Kind == VerdictKind.Collective
                    ? Shown(Scheduler.Before(node), planned)
                    : [node]
            ),
        ];

    private static string Legend(IEnumerable<PlannedNode> shown)
    {
        var counts = shown
            .GroupBy(node => node.Verdict.Kind)
            .OrderBy(group => group.Key)
            .Select(group =>
                $"<span class=\"{group.Key}\">{group.Count()} {Words(group.Key)}</span>"
            );
        return $"<p class=\"legend\">{string.Join(' ', counts)}</p>\n";
    }

    private static string Words(VerdictKind kind) =>
        kind switch
        {
            VerdictKind.Run => "to run",
            VerdictKind.UpToDate => "up to date",
            VerdictKind.Depends => "decided by what comes before",
            _ => "left out",
        };

    private static string Shorten(string text, int length) =>
        text.Length > length ? text[..(length - 1)] + "…" : text;

    private static Dictionary<int, (int X, int Y)> Places(
        IReadOnlyList<PlannedNode> planned,
        IReadOnlyList<PlannedNode> shown
    )
    {
        var depths = PlanText.Depths(planned);
        var rows = new Dictionary<int, int>();
        var places = new Dictionary<int, (int X, int Y)>();
        foreach (var node in shown)
        {
            var depth = depths[node.Node.Index];
            var row = rows.GetValueOrDefault(depth);
            rows[depth] = row + 1;
            places[node.Node.Index] = (10 + (depth * ColumnWidth), 10 + (row * RowHeight));
        }

        return places;
    }

    private static string Line((int X, int Y) from, (int X, int Y) to)
    {
        var (startX, startY) = (from.X + BoxWidth, from.Y + (BoxHeight / 2));
        var (endX, endY) = (to.X, to.Y + (BoxHeight / 2));
        var bend = (startX + endX) / 2;
        return $"M{startX},{startY} C{bend},{startY} {bend},{endY} {endX},{endY}";
    }

    private static string Box(PlannedNode node, (int X, int Y) place)
    {
        var reasons = WebUtility.HtmlEncode(string.Join("\n", node.Verdict.Reasons));
        var name = WebUtility.HtmlEncode(node.Node.Name);
        var shortName = WebUtility.HtmlEncode(Shorten(node.Node.Name, NameLength));
        var text = WebUtility.HtmlEncode(Shorten(node.Verdict.Text, TextLength));
        return $"""
            <g class="{node.Verdict.Kind}" data-node="{node.Node.Index}" transform="translate({place.X},{place.Y})"><title>{name}: {reasons}</title>
            <rect width="{BoxWidth}" height="{BoxHeight}" rx="6"/><text x="10" y="19">{shortName}</text><text class="why" x="10" y="37">{text}</text></g>

            """;
    }
}
