using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Hubforge.Automation.Pipelines.Yaml;

/// <summary>
/// Decides how a string is written so that every YAML reader, 1.1 or 1.2, gets the same string back. Plain text is the exception
/// that must be proven harmless; everything else is quoted.
/// </summary>
internal static partial class YamlQuoting
{
    // YAML 1.1 reads these as booleans or null, whatever their case.
    private static readonly HashSet<string> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        "y",
        "n",
        "yes",
        "no",
        "on",
        "off",
        "true",
        "false",
        "null",
    };

    /// <summary>Returns the string as a scalar of one line, quoted where needed.</summary>
    public static string OnOneLine(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        if (!text.EnumerateRunes().All(IsPrintable))
        {
            return DoubleQuoted(text);
        }

        // Expressions are full of single quotes, which read better as they are.
        return text.Contains('\'') && text.AsSpan().IndexOfAny('"', '\\') < 0
            ? $"\"{text}\""
            : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    /// <summary>Whether the text can be a literal block (<c>|</c>), in which every line stands as it is.</summary>
    public static bool FitsBlock(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal))
        {
            return false;
        }

        // More than one line end at the end, and lines of spaces, are read differently by different readers.
        var lines = (text.EndsWith('\n') ? text[..^1] : text).Split('\n');
        return lines[0].Length > 0
            && lines[^1].Length > 0
            && lines[0][0] != ' '
            && lines.All(line =>
                line.EnumerateRunes().All(IsPrintable)
                && (line.Length == 0 || (line[0] != '\t' && !string.IsNullOrWhiteSpace(line)))
            );
    }

    /// <summary>Throws when the text has half a surrogate pair, which no UTF-8 file can hold.</summary>
    public static void ThrowIfNotText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (
                char.IsHighSurrogate(text[i])
                && i + 1 < text.Length
                && char.IsLowSurrogate(text[i + 1])
            )
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                throw new ArgumentException(
                    "half a surrogate pair cannot be written",
                    nameof(text)
                );
            }
        }
    }

    // Starts with a letter (or a path), so it is no number, date, indicator or expression, and holds nothing that ends a plain scalar.
    [GeneratedRegex(@"^(?:\.{0,2}/)?[A-Za-z_](?:[A-Za-z0-9_./@+=-]| (?=[A-Za-z0-9_./@+=-]))*\z")]
    private static partial Regex Harmless();

    private static bool IsPlain(string text) => Harmless().IsMatch(text) && !s_words.Contains(text);

    private static bool IsPrintable(Rune rune) =>
        rune.Value is >= 0x20 and <= 0x7E
        || (
            rune.Value is >= 0xA0 and not 0xFEFF and not 0xFFFE and not 0xFFFF
            && Rune.GetUnicodeCategory(rune)
                is not (
                    UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.SpaceSeparator
                    or UnicodeCategory.OtherNotAssigned
                    or UnicodeCategory.PrivateUse
                )
        );

    private static string DoubleQuoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            quoted.Append(
                rune.Value switch
                {
                    '"' => "\\\"",
                    '\\' => @"\\",
                    '\n' => @"\n",
                    '\r' => @"\r",
                    '\t' => @"\t",
                    _ when IsPrintable(rune) => rune.ToString(),
                    <= 0xFFFF => $"\\u{rune.Value:X4}",
                    _ => $"\\U{rune.Value:X8}",
                }
            );
        }

        return quoted.Append('"').ToString();
    }
}
