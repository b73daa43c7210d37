using System.Text.RegularExpressions;

namespace Hubforge.EndToEnd.Project;

/// <summary>The table that a run, or its plan, closes with: what a person reads to know what happened and why.</summary>
internal sealed partial class RunSummary
{
    private readonly Dictionary<string, Row> _rows;

    private RunSummary(Dictionary<string, Row> rows) => _rows = rows;

    /// <summary>The targets in the order of the table.</summary>
    public IReadOnlyCollection<string> Targets => _rows.Keys;

    /// <summary>Returns the row of a target; fails the test when there is none.</summary>
    public Row this[string target]
    {
        get
        {
            Assert.That(_rows.Keys, Does.Contain(target));
            return _rows[target];
        }
    }

    public static RunSummary Of(BuildOutcome outcome)
    {
        var lines = outcome.Output.Split('\n');
        var head = Array.FindLastIndex(
            lines,
            line => line.StartsWith("Target ", StringComparison.Ordinal)
        );
        Assert.That(head, Is.GreaterThanOrEqualTo(0), outcome.ToString);
        return new RunSummary(
            lines
                .Skip(head + 2)
                .Select(line => RowPattern().Match(line))
                .TakeWhile(match => match.Success)
                .ToDictionary(
                    match => match.Groups["name"].Value,
                    match => new Row(
                        match.Groups["status"].Value.Trim(),
                        match.Groups["reason"].Value.Trim()
                    )
                )
        );
    }

    [GeneratedRegex(
        @"^(?<name>\w+(\[[^\]]+\])?)\s+(?<status>Up to date|Not run|\w+)(?<rest>[^/]*)(// (?<reason>.*))?$"
    )]
    private static partial Regex RowPattern();

    /// <param name="Status">The word in the column of that name.</param>
    /// <param name="Reason">The remark at the end; empty when there is none.</param>
    internal sealed record Row(string Status, string Reason);
}
