using System.Text;
using Hubforge.Primitives;

namespace Hubforge.Automation.Hosts;

/// <summary>Tells in Markdown how a run went, for the page of a CI job.</summary>
internal static class RunSummary
{
    /// <param name="run">The run.</param>
    /// <param name="sections">Tables of targets, shown last.</param>
    /// <param name="root">Where the paths of problems start; null to show them whole.</param>
    public static string ToMarkdown(
        RunRecord run,
        IEnumerable<SummarySection> sections,
        AbsolutePath? root
    )
    {
        var text = new StringBuilder();
        text.Append("## ").Append(string.Join(' ', run.Invoked)).Append(' ');
        text.Append(run.ExitCode == 0 ? "succeeded" : "failed");
        text.Append(" in ").Append(DurationOf(run.Duration)).Append("\n\n").Append(Nodes(run));
        foreach (var node in run.Nodes.Where(node => node.Failure is not null))
        {
            text.Append("\n<details><summary>")
                .Append(MarkdownText.Escape($"Why {node.Name} failed"));
            text.Append("</summary>\n\n").Append(MarkdownText.CodeBlock(node.Failure!));
            text.Append("\n</details>\n");
        }

        var problems = run.Nodes.SelectMany(node => node.Problems).Distinct().ToList();
        if (problems.Count > 0)
        {
            text.Append("\n### Problems\n\n").Append(Problems(problems, root));
        }

        foreach (var section in sections)
        {
            text.Append("\n### ").Append(MarkdownText.Escape(section.Title)).Append("\n\n");
            text.Append(section.Table);
        }

        return text.Append('\n').ToString();
    }

    private static MarkdownTable Nodes(RunRecord run) =>
        run
            .Nodes.Where(node => node.Status != NodeStatus.Collective)
            .Aggregate(
                new MarkdownTable("", "Target", "Duration>", "Why", ""),
                (table, node) =>
                    table.With(
                        SignOf(node.Status),
                        node.Name,
                        node.Duration > TimeSpan.Zero ? DurationOf(node.Duration) : "",
                        $"{StatusOf(node.Status)}{(node.Reason.Length > 0 ? $": {node.Reason}" : "")}",
                        string.Join(", ", node.Summary.Select(pair => $"{pair.Key}: {pair.Value}"))
                    )
            );

    private static MarkdownTable Problems(IEnumerable<Problem> problems, AbsolutePath? root) =>
        problems.Aggregate(
            new MarkdownTable("", "Problem"),
            (table, problem) =>
                table.With(problem.Severity == Severity.Error ? "❌" : "⚠️", TextOf(problem, root))
        );

    private static string TextOf(Problem problem, AbsolutePath? root) =>
        root is not null && ProblemPlace.Of(problem, root) is { File: { } file } place
            ? $"{file}{(place.Line is null ? "" : $":{place.Line}")}: {place.Text}"
            : problem.ToString();

    private static string SignOf(NodeStatus status) =>
        status switch
        {
            NodeStatus.Succeeded => "✅",
            NodeStatus.UpToDate => "☑️",
            NodeStatus.Failed => "❌",
            NodeStatus.Aborted => "🛑",
            _ => "⏭️",
        };

    private static string StatusOf(NodeStatus status) =>
        status switch
        {
            NodeStatus.UpToDate => "up to date",
            NodeStatus.NotRun => "not run",
            _ => status.ToString().ToLowerInvariant(),
        };

    private static string DurationOf(TimeSpan duration) =>
        duration switch
        {
            { TotalSeconds: < 1 } => "under 1 s",
            { TotalMinutes: < 1 } => $"{duration.Seconds} s",
            { TotalHours: < 1 } => $"{duration.Minutes} min {duration.Seconds} s",
            _ => $"{(int)duration.TotalHours} h {duration.Minutes} min",
        };
}
