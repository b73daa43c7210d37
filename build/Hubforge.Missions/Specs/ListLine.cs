namespace Hubforge.Missions.Specs;

/// <summary>One entry of a line list, without comment and surrounding white space.</summary>
internal sealed record ListLine(Place Place, string Text)
{
    /// <summary>Returns the entries: blank lines and comments (<c>#</c> at the start of a line or after white space) are left out.</summary>
    public static IEnumerable<ListLine> Read(SourceText source)
    {
        for (var index = 0; index < source.Lines.Length; index++)
        {
            var text = StripComment(source.Lines[index]).Trim();
            if (text.Length > 0)
            {
                yield return new ListLine(source.At(index + 1), text);
            }
        }
    }

    /// <summary>Cuts the line at the first <c>#</c> that begins it or follows white space; <c>pkg#egg</c> stays whole.</summary>
    public static string StripComment(string line)
    {
        for (
            var hash = line.IndexOf('#', StringComparison.Ordinal);
            hash >= 0;
            hash = line.IndexOf('#', hash + 1)
        )
        {
            if (hash == 0 || char.IsWhiteSpace(line[hash - 1]))
            {
                return line[..hash];
            }
        }

        return line;
    }
}
