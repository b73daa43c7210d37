using Hubforge.Primitives;

namespace Hubforge.Missions.Specs.Pip;

/// <summary>An option line of a pip list.</summary>
/// <param name="Name">The long name, with dashes.</param>
/// <param name="Value">Its value; null for a flag.</param>
internal sealed record PipOption(string Name, string? Value)
{
    private static readonly Dictionary<string, string> _short = new()
    {
        ["-r"] = "--requirement",
        ["-c"] = "--constraint",
        ["-e"] = "--editable",
        ["-i"] = "--index-url",
        ["-f"] = "--find-links",
    };

    private static readonly string[] _flags =
    [
        "--no-index",
        "--prefer-binary",
        "--pre",
        "--require-hashes",
    ];

    private static readonly string[] _valued =
    [
        .. _short.Values,
        "--extra-index-url",
        "--no-binary",
        "--only-binary",
        "--trusted-host",
        "--use-feature",
    ];

    /// <summary>Returns the option.</summary>
    /// <exception cref="FormatException">pip has no such option in lists, or its value is missing.</exception>
    public static PipOption Parse(string text)
    {
        var (name, value) = Split(text);
        var full = _short.GetValueOrDefault(name, name);
        if (_flags.Contains(full))
        {
            return value is null
                ? new PipOption(full, null)
                : throw new FormatException($"the option '{full}' takes no value");
        }

        if (!_valued.Contains(full))
        {
            var closest = Suggestions.Closest(full, [.. _flags, .. _valued]);
            throw new FormatException(
                $"pip has no option '{name}' in lists"
                    + (closest is null ? "" : $"; did you mean '{closest}'?")
            );
        }

        return string.IsNullOrEmpty(value)
            ? throw new FormatException($"the option '{full}' needs a value")
            : new PipOption(full, value);
    }

    private static (string Name, string? Value) Split(string text)
    {
        if (!text.StartsWith("--", StringComparison.Ordinal))
        {
            var value = text.Length > 2 ? text[2..].Trim() : null;
            return (text.Length > 2 ? text[..2] : text, value);
        }

        var at = text.IndexOfAny(['=', ' ', '\t']);
        return at < 0 ? (text, null) : (text[..at], text[(at + 1)..].Trim());
    }
}
