using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Pip;

/// <summary>Who asked pip for a package.</summary>
/// <param name="Parents">The requirements that led to it, first asked first; none when it was asked for by itself.</param>
/// <param name="Source">The requirements file and line where that began; null when it was the command line.</param>
internal sealed partial record PipOrigin(ImmutableArray<Requirement> Parents, SourceLine? Source)
{
    public static PipOrigin Unknown { get; } = new([], null);

    /// <summary>Reads what pip writes after <c>from</c>: <c>b==2->a==1->-r list.pip (line 3)</c>, nearest first.</summary>
    public static PipOrigin Parse(string from)
    {
        var steps = from.Split("->", StringSplitOptions.TrimEntries);
        var file = FileAndLine().Match(steps[^1]);
        return file.Success
            ? new PipOrigin(ParentsOf(steps[..^1]), SourceOf(file))
            : new PipOrigin(ParentsOf(steps), null);
    }

    /// <summary>Returns the place in <c>-r list.pip (line 3)</c>, or null when the text is none.</summary>
    public static SourceLine? FindSource(string text) =>
        FileAndLine().Match(text) is { Success: true } match ? SourceOf(match) : null;

    private static ImmutableArray<Requirement> ParentsOf(IEnumerable<string> nearestFirst) =>
        [.. nearestFirst.Reverse().Select(Requirement.Parse)];

    private static SourceLine SourceOf(Match match) =>
        new(
            match.Groups["file"].Value,
            int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture)
        );

    [GeneratedRegex(@"^-[rc] (?<file>.+) \(line (?<line>\d+)\)$")]
    private static partial Regex FileAndLine();
}
