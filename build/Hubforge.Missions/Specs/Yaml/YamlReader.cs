using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Hubforge.Missions.Specs.Yaml;

/// <summary>
/// Reads one YAML document into nodes that know their lines. Only the event parser of YamlDotNet is used: its object
/// deserializer costs more time to load than a run that finds nothing to do may take.
/// </summary>
internal sealed class YamlReader(SourceText source, ProblemList problems)
{
    private const int MaximumDepth = 32;

    /// <summary>Returns the document; null when it is empty, or unreadable (which is then a problem).</summary>
    public YamlNode? Read()
    {
        if (ReportTabs())
        {
            return null;
        }

        var parser = new Parser(new StringReader(source.Text));
        try
        {
            return ReadDocument(parser);
        }
        catch (YamlException failure)
        {
            ReportUnreadable((int)failure.Start.Line, failure.Message);
        }
        catch (Exception failure)
            when (failure is InvalidOperationException or ArgumentException or FormatException)
        {
            // Found by the fuzz test: for some malformed text the scanner fails on itself.
            ReportUnreadable((int)(parser.Current?.End.Line ?? 1), "the text is malformed");
        }

        return null;
    }

    private void ReportUnreadable(int line, string message) =>
        problems.Error(
            source.At(line),
            $"not readable as YAML: {FirstLine(message)}",
            "check the indentation, quotes and colons around this line"
        );

    private static string FirstLine(string message) => message.Split('\n')[0].Trim();

    private YamlNode? ReadDocument(Parser parser)
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            return null;
        }

        var root = ReadNode(parser, 0);
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
        {
            problems.Error(
                source.At((int)second.Start.Line),
                "a second YAML document begins here",
                "keep one document in the file: remove '---'"
            );
        }

        return root is YamlScalar { IsNull: true } ? null : root;
    }

    private YamlNode ReadNode(Parser parser, int depth)
    {
        if (depth > MaximumDepth)
        {
            throw new YamlException(parser.Current!.Start, parser.Current.End, "nested too deeply");
        }

        var line = (int)parser.Current!.Start.Line;
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return ToScalar(scalar);
        }

        if (parser.TryConsume<SequenceStart>(out _))
        {
            return ReadList(parser, line, depth);
        }

        if (parser.TryConsume<MappingStart>(out _))
        {
            return ReadMap(parser, line, depth);
        }

        throw new YamlException(
            parser.Current.Start,
            parser.Current.End,
            "anchors and aliases ('&', '*') are not used in specs; quote the value if it begins with '*'"
        );
    }

    private YamlList ReadList(Parser parser, int line, int depth)
    {
        List<YamlNode> items = [];
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(parser, depth + 1));
        }

        return new YamlList(line, items);
    }

    private YamlMap ReadMap(Parser parser, int line, int depth)
    {
        List<YamlEntry> entries = [];
        HashSet<string> seen = [];
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var position = parser.Current!;
            if (!parser.TryConsume<Scalar>(out var key))
            {
                throw new YamlException(position.Start, position.End, "a key must be a word");
            }

            if (!seen.Add(key.Value))
            {
                problems.Error(
                    source.At((int)key.Start.Line),
                    $"the key '{key.Value}' is given twice",
                    "merge the two; only one of them would count"
                );
            }

            entries.Add(new YamlEntry(ToScalar(key), ReadNode(parser, depth + 1)));
        }

        return new YamlMap(line, entries);
    }

    private static YamlScalar ToScalar(Scalar scalar) =>
        new((int)scalar.Start.Line, scalar.Value, scalar.Style != ScalarStyle.Plain);

    private bool ReportTabs()
    {
        for (var index = 0; index < source.Lines.Length; index++)
        {
            var line = source.Lines[index];
            if (line.AsSpan(0, line.Length - line.AsSpan().TrimStart().Length).Contains('\t'))
            {
                problems.Error(
                    source.At(index + 1),
                    "a tab in the indentation; YAML allows only spaces there",
                    "replace the tab by spaces"
                );
                return true;
            }
        }

        return false;
    }
}
