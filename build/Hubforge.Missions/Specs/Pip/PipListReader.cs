using System.Text;

namespace Hubforge.Missions.Specs.Pip;

/// <summary>Reads a pip list: comments, lines continued by a backslash, requirements and options.</summary>
internal static class PipListReader
{
    /// <summary>Returns the lines that could be read; the others are problems.</summary>
    public static IReadOnlyList<PipLine> Read(SourceText source, ProblemList problems)
    {
        List<PipLine> lines = [];
        foreach (var line in JoinLines(source, problems))
        {
            if (Parse(line, problems) is { } parsed)
            {
                lines.Add(parsed);
            }
        }

        return lines;
    }

    /// <summary>Parses one entry, which may come from elsewhere than a pip list (the <c>pip:</c> part of a conda spec).</summary>
    public static PipLine? Parse(ListLine line, ProblemList problems)
    {
        try
        {
            return line.Text.StartsWith('-')
                ? ParseOption(line)
                : new PipLine(line.Place, line.Text)
                {
                    Requirement = PipRequirementParser.Parse(line.Text),
                };
        }
        catch (FormatException failure)
        {
            problems.Error(
                line.Place,
                $"bad requirement '{line.Text}': {failure.Message}",
                "write it as pip understands it, for example: numpy>=1.26,<2"
            );
            return null;
        }
    }

    private static PipLine ParseOption(ListLine line)
    {
        var option = PipOption.Parse(line.Text);
        return new PipLine(line.Place, line.Text)
        {
            Option = option,
            Requirement = option.Name == "--editable" ? ParseEditable(option.Value!) : null,
        };
    }

    private static PipRequirement ParseEditable(string value)
    {
        try
        {
            return PipRequirementParser.Parse(value);
        }
        catch (FormatException)
        {
            return new PipRequirement { Address = value };
        }
    }

    private static IEnumerable<ListLine> JoinLines(SourceText source, ProblemList problems)
    {
        var joined = new StringBuilder();
        var start = 0;
        for (var index = 0; index < source.Lines.Length; index++)
        {
            var text = ListLine.StripComment(source.Lines[index]).TrimEnd();
            start = joined.Length == 0 ? index + 1 : start;
            var continues = text.EndsWith('\\');
            joined.Append(continues ? text[..^1] : text).Append(' ');
            if (continues && index < source.Lines.Length - 1)
            {
                continue;
            }

            if (continues)
            {
                problems.Error(
                    source.At(index + 1),
                    "the last line ends in '\\', but no line follows",
                    "remove the backslash, or add what is missing"
                );
            }

            var whole = joined.ToString().Trim();
            joined.Clear();
            if (whole.Length > 0)
            {
                yield return new ListLine(source.At(start), whole);
            }
        }
    }
}
