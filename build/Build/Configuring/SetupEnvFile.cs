using System.Text.RegularExpressions;
using Hubforge.Processes;

namespace Hubforge.Build.Configuring;

/// <summary>
/// Writes <c>setup-env</c>: the lines of <c>setup-env.template</c>, with the values that were given, else those that the file has, else the template's.
/// What a person added to the file beside the template's keys is kept at its end.
/// </summary>
internal static partial class SetupEnvFile
{
    /// <summary>Returns the text of the new file.</summary>
    /// <param name="template">Text of the template.</param>
    /// <param name="current">Text of the file as it is; null when there is none.</param>
    /// <param name="given">Values by key.</param>
    public static string Render(
        string template,
        string? current,
        IReadOnlyDictionary<string, string> given
    )
    {
        var kept = Assignments(current ?? "");
        var keys = Assignments(template);
        var lines = template
            .ReplaceLineEndings("\n")
            .TrimEnd('\n')
            .Split('\n')
            .Select(line => Fill(line, given, kept));
        var own = kept.Where(pair => !keys.ContainsKey(pair.Key) && !given.ContainsKey(pair.Key))
            .Select(pair => $"export {pair.Key}={pair.Value}");
        return string.Join('\n', [.. lines, .. own]) + "\n";
    }

    private static string Fill(
        string line,
        IReadOnlyDictionary<string, string> given,
        Dictionary<string, string> kept
    )
    {
        if (Assignment().Match(line) is not { Success: true } match)
        {
            return line;
        }

        var key = match.Groups["key"].Value;
        var old = kept.GetValueOrDefault(key);
        var value =
            given.TryGetValue(key, out var text) && (old is null || Resolve(old, kept) != text)
                ? ShellQuoting.Quote(text)
                : old;
        return value is null ? line : $"export {key}={value}";
    }

    // A value that says the same by a reference stays a reference.
    private static string Resolve(string value, Dictionary<string, string> values) =>
        Reference()
            .Replace(
                value.Trim('\'', '"'),
                match => values.GetValueOrDefault(match.Groups["key"].Value, "").Trim('\'', '"')
            );

    // The right sides stay as they were written, quotes and references included.
    private static Dictionary<string, string> Assignments(string text)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (Assignment().Match(line) is { Success: true } match)
            {
                found[match.Groups["key"].Value] = match.Groups["value"].Value;
            }
        }

        return found;
    }

    [GeneratedRegex(@"\$\{(?<key>[A-Za-z_][A-Za-z0-9_]*)\}")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^\s*(?:export\s+)?(?<key>[A-Za-z_][A-Za-z0-9_]*)=(?<value>.*?)\s*$")]
    private static partial Regex Assignment();
}
