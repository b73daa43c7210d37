using System.Text;

namespace Hubforge.Tools.Graphs;

/// <summary>Writes a graph in the language of graphviz.</summary>
public static class DotText
{
    private const string Red = "#c62828";

    /// <summary>Returns the text: arrows carry the constraint, what is not met is red, and what is not installed is dashed.</summary>
    public static string Write(DependencyGraph graph, string title)
    {
        var text = new StringBuilder("digraph {\n");
        text.Append("  graph [rankdir=LR, label=")
            .Append(Quote(title))
            .Append(", labelloc=t, fontname=\"sans-serif\"];\n");
        text.Append("  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n");
        text.Append("  edge [fontname=\"sans-serif\", fontsize=10];\n");
        var disputed = graph
            .Conflicts.SelectMany(edge => new[] { edge.From, edge.To })
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (key, package) in graph.Packages)
        {
            text.Append("  ").Append(Quote(key)).Append(" [label=").Append(LabelOf(package));
            text.Append(disputed.Contains(key) ? $", color=\"{Red}\"" : "");
            text.Append(package.Version is null ? ", style=\"rounded,dashed\"" : "").Append("];\n");
        }

        foreach (var edge in graph.Edges)
        {
            text.Append("  ").Append(Quote(edge.From)).Append(" -> ").Append(Quote(edge.To));
            text.Append(AttributesOf(edge)).Append(";\n");
        }

        return text.Append("}\n").ToString();
    }

    private static string LabelOf(GraphPackage package) =>
        Quote($"{package.Name}\n{package.Version ?? "not installed"}");

    private static string AttributesOf(GraphEdge edge) =>
        (edge.Constraint.Length, edge.IsConflict) switch
        {
            (0, false) => "",
            (0, true) => $" [color=\"{Red}\", penwidth=2]",
            (_, false) => $" [label={Quote(edge.Constraint)}]",
            _ =>
                $" [label={Quote(edge.Constraint)}, color=\"{Red}\", fontcolor=\"{Red}\", penwidth=2]",
        };

    private static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";
}
