using System.Collections.Immutable;
using System.Text;

namespace Hubforge.Automation.Hosts;

/// <summary>A table in Markdown. Cells are text: whatever they hold, they stay in their place and become no markup.</summary>
public sealed record MarkdownTable
{
    private readonly ImmutableArray<string> _columns;
    private readonly ImmutableArray<ImmutableArray<string>> _rows;

    /// <summary>Makes a table without rows.</summary>
    /// <param name="columns">The headings; one that ends in <c>&gt;</c> is aligned to the right.</param>
    public MarkdownTable(params IEnumerable<string> columns)
        : this([.. columns], []) { }

    private MarkdownTable(
        ImmutableArray<string> columns,
        ImmutableArray<ImmutableArray<string>> rows
    )
    {
        _columns = columns;
        _rows = rows;
    }

    /// <summary>Whether there are no rows.</summary>
    public bool IsEmpty => _rows.IsEmpty;

    /// <summary>Returns the table with one more row.</summary>
    /// <exception cref="ArgumentException">There are not as many cells as columns.</exception>
    public MarkdownTable With(params IEnumerable<string> cells)
    {
        ImmutableArray<string> row = [.. cells];
        return row.Length == _columns.Length
            ? new MarkdownTable(_columns, _rows.Add(row))
            : throw new ArgumentException(
                $"{row.Length} cells for {_columns.Length} columns",
                nameof(cells)
            );
    }

    /// <summary>Returns the table with every cell changed by <paramref name="change"/>.</summary>
    internal MarkdownTable Select(Func<string, string> change) =>
        new(_columns, [.. _rows.Select(row => row.Select(change).ToImmutableArray())]);

    /// <summary>Returns the Markdown, closed by a line feed.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text, _columns.Select(column => column.TrimEnd('>')));
        text.Append('|');
        foreach (var column in _columns)
        {
            text.Append(column.EndsWith('>') ? " ---: |" : " --- |");
        }

        text.Append('\n');
        foreach (var row in _rows)
        {
            Append(text, row);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, IEnumerable<string> cells)
    {
        text.Append('|');
        foreach (var cell in cells)
        {
            text.Append(' ').Append(MarkdownText.Escape(cell)).Append(" |");
        }

        text.Append('\n');
    }
}
