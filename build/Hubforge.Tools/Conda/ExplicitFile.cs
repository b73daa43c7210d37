using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Hubforge.Tools.Replies;

namespace Hubforge.Tools.Conda;

/// <summary>An <c>@EXPLICIT</c> list: package files by address, installed without a solve.</summary>
/// <param name="Platform">The platform that its header names, such as <c>linux-64</c>; null when it names none.</param>
/// <param name="Packages">In the order of installation.</param>
public sealed partial record ExplicitFile(
    string? Platform,
    ImmutableArray<ExplicitPackage> Packages
)
{
    private const string Mark = "@EXPLICIT";

    /// <summary>Returns the file's content.</summary>
    /// <exception cref="UnreadableReplyException">The mark is missing or a line is no address with a hash; the message names the line.</exception>
    public static ExplicitFile Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var start = Array.FindIndex(lines, line => line.Trim() == Mark);
        if (start < 0)
        {
            throw new UnreadableReplyException($"an explicit file without {Mark}", text);
        }

        var platform = lines
            .Select(line => PlatformLine().Match(line))
            .FirstOrDefault(match => match.Success);
        var packages = lines
            .Select((line, index) => (line: line.Trim(), number: index + 1))
            .Skip(start + 1)
            .Where(entry => entry.line.Length > 0 && entry.line[0] != '#')
            .Select(entry => PackageOf(entry.line, entry.number));
        return new ExplicitFile(platform?.Groups["platform"].Value, [.. packages]);
    }

    /// <summary>Returns the text of the file, ready for <c>create --file</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        if (Platform is not null)
        {
            text.Append("# platform: ").Append(Platform).Append('\n');
        }

        text.Append(Mark).Append('\n');
        foreach (var package in Packages)
        {
            text.Append(package).Append('\n');
        }

        return text.ToString();
    }

    private static ExplicitPackage PackageOf(string line, int number) =>
        Entry().Match(line) is { Success: true } match
            ? new ExplicitPackage(
                match.Groups["url"].Value,
                match.Groups["hash"].Success ? match.Groups["hash"].Value : null
            )
            : throw new UnreadableReplyException($"line {number} of an explicit file", line);

    [GeneratedRegex(@"^# platform: (?<platform>\S+)\s*$")]
    private static partial Regex PlatformLine();

    [GeneratedRegex(
        @"^(?<url>[A-Za-z][A-Za-z0-9+.-]*://[^#\s]+\.(?:conda|tar\.bz2))(?:#(?:sha256:)?(?<hash>[0-9a-f]{32}|[0-9a-f]{64}))?$"
    )]
    private static partial Regex Entry();
}
