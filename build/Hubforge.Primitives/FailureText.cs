using System.Text;

namespace Hubforge.Primitives;

/// <summary>
/// Composes the text of a failure: the first line says what failed, then come facts, one a line, and last what a person can try.
/// </summary>
public sealed class FailureText(string headline)
{
    private const int LabelWidth = 11;

    private readonly List<(string Label, string Value)> _facts = [];

    /// <summary>Adds a fact; nothing is added when <paramref name="value"/> is null or empty. Further lines are indented below the first.</summary>
    public FailureText With(string label, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            _facts.Add((label, value.TrimEnd()));
        }

        return this;
    }

    /// <summary>Adds a fact that lists <paramref name="values"/>; an empty list reads <c>(none)</c>.</summary>
    public FailureText With(string label, IEnumerable<string> values)
    {
        var list = string.Join(", ", values);
        return With(label, list.Length == 0 ? "(none)" : list);
    }

    /// <summary>Returns the whole text, closed by the one thing that a person can do.</summary>
    public string Try(string advice) => With("try", advice).ToString();

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder(headline);
        var indent = "\n" + new string(' ', LabelWidth + 2);
        foreach (var (label, value) in _facts)
        {
            text.Append("\n  ").Append((label + ": ").PadRight(LabelWidth));
            text.Append(value.ReplaceLineEndings(indent));
        }

        return text.ToString();
    }
}
