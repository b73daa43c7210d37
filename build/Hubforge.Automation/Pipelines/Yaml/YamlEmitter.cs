using System.Text;

namespace Hubforge.Automation.Pipelines.Yaml;

/// <summary>
/// Writes a node tree as YAML text in block style: the same tree always gives the same text, with line feeds and two spaces a level.
/// </summary>
internal sealed class YamlEmitter
{
    private const int Step = 2;

    private readonly StringBuilder _text = new();

    private YamlEmitter() { }

    /// <summary>Returns the text of <paramref name="root"/>; <paramref name="comments"/> are the lines above it, without <c>#</c>.</summary>
    public static string Emit(YamlMapping root, IEnumerable<string> comments)
    {
        var emitter = new YamlEmitter();
        foreach (var comment in comments)
        {
            emitter._text.Append("# ").Append(OneLine(comment)).Append('\n');
        }

        emitter.WriteNode(root, indent: 0, isFirstOnLine: true);
        return emitter._text.ToString();
    }

    private static string OneLine(string comment) =>
        comment.AsSpan().IndexOfAny('\r', '\n') < 0
            ? comment
            : throw new ArgumentException("a comment is one line", nameof(comment));

    // Called with the cursor where the node starts; isFirstOnLine tells whether indentation and a dash are already behind it.
    private void WriteNode(YamlNode node, int indent, bool isFirstOnLine)
    {
        switch (node)
        {
            case YamlMapping { Entries.IsEmpty: true }:
                _text.Append(isFirstOnLine ? "{}\n" : " {}\n");
                break;
            case YamlSequence { Items.IsEmpty: true }:
                _text.Append(isFirstOnLine ? "[]\n" : " []\n");
                break;
            case YamlMapping mapping:
                WriteMapping(mapping, indent, isFirstOnLine);
                break;
            case YamlSequence sequence:
                WriteSequence(sequence, indent, isFirstOnLine);
                break;
            case YamlScalar scalar:
                _text.Append(isFirstOnLine ? "" : " ");
                WriteScalar(scalar, indent);
                break;
        }
    }

    private void WriteMapping(YamlMapping mapping, int indent, bool isFirstOnLine)
    {
        var startsHere = isFirstOnLine;
        _text.Append(startsHere ? "" : "\n");
        foreach (var (key, value) in mapping.Entries)
        {
            _text.Append(' ', startsHere ? 0 : indent);
            startsHere = false;
            YamlQuoting.ThrowIfNotText(key);
            _text.Append(YamlQuoting.OnOneLine(key)).Append(':');
            WriteNode(value, indent + Step, isFirstOnLine: false);
        }
    }

    private void WriteSequence(YamlSequence sequence, int indent, bool isFirstOnLine)
    {
        var startsHere = isFirstOnLine;
        _text.Append(startsHere ? "" : "\n");
        foreach (var item in sequence.Items)
        {
            _text.Append(' ', startsHere ? 0 : indent).Append("- ");
            startsHere = false;
            WriteNode(item, indent + Step, isFirstOnLine: true);
        }
    }

    private void WriteScalar(YamlScalar scalar, int indent)
    {
        YamlQuoting.ThrowIfNotText(scalar.Text);
        var comment = scalar.Comment is null ? "" : $" # {OneLine(scalar.Comment)}";
        if (scalar.IsTyped || !YamlQuoting.FitsBlock(scalar.Text))
        {
            var value = scalar.IsTyped ? scalar.Text : YamlQuoting.OnOneLine(scalar.Text);
            _text.Append(value).Append(comment).Append('\n');
            return;
        }

        var endsWithLine = scalar.Text.EndsWith('\n');
        _text.Append(endsWithLine ? "|" : "|-").Append(comment).Append('\n');
        foreach (var line in (endsWithLine ? scalar.Text[..^1] : scalar.Text).Split('\n'))
        {
            _text
                .Append(' ', line.Length == 0 ? 0 : Math.Max(indent, Step))
                .Append(line)
                .Append('\n');
        }
    }
}
