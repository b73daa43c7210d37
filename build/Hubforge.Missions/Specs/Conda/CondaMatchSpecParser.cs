using System.Text.RegularExpressions;
using Hubforge.Primitives;

namespace Hubforge.Missions.Specs.Conda;

/// <summary>Parses conda's match specs.</summary>
internal static partial class CondaMatchSpecParser
{
    private static readonly string[] _keys =
    [
        "name",
        "version",
        "build",
        "build_number",
        "channel",
        "subdir",
        "fn",
        "md5",
        "sha256",
        "url",
        "license",
        "license_family",
        "features",
        "track_features",
    ];

    /// <summary>Returns the spec.</summary>
    /// <exception cref="FormatException">The text is none; the message says what is wrong with it.</exception>
    public static CondaMatchSpec Parse(string text)
    {
        var (rest, keys) = SplitBrackets(text.Trim());
        string? channel = null;
        var colons = rest.LastIndexOf("::", StringComparison.Ordinal);
        if (colons >= 0)
        {
            channel = rest[..colons];
            rest = rest[(colons + 2)..].Trim();
        }

        var named = NamePattern().Match(rest);
        if (!named.Success)
        {
            throw new FormatException($"'{text}' does not begin with the name of a package");
        }

        var name = named.Value.ToLowerInvariant();
        var (version, build) = ParseVersionAndBuild(rest[named.Length..]);
        return new CondaMatchSpec(name)
        {
            Channel = channel ?? keys.GetValueOrDefault("channel"),
            Version = version ?? CheckVersion(keys.GetValueOrDefault("version")),
            Build = build ?? keys.GetValueOrDefault("build"),
        };
    }

    private static (string Text, Dictionary<string, string> Keys) SplitBrackets(string text)
    {
        Dictionary<string, string> keys = [];
        var open = text.IndexOf('[', StringComparison.Ordinal);
        if (open < 0)
        {
            return text.Contains(']', StringComparison.Ordinal)
                ? throw new FormatException("']' without '['")
                : (text, keys);
        }

        if (!text.EndsWith(']'))
        {
            throw new FormatException("'[' is not closed by ']' at the end");
        }

        foreach (Match pair in PairPattern().Matches(text[(open + 1)..^1]))
        {
            AddPair(pair, keys);
        }

        return (text[..open].TrimEnd(), keys);
    }

    private static void AddPair(Match pair, Dictionary<string, string> keys)
    {
        var key = pair.Groups["key"].Value;
        if (!pair.Groups["value"].Success)
        {
            throw new FormatException($"'{pair.Value.Trim()}' in brackets is not KEY=VALUE");
        }

        if (!_keys.Contains(key))
        {
            var closest = Suggestions.Closest(key, _keys);
            throw new FormatException(
                $"unknown key '{key}' in brackets"
                    + (closest is null ? "" : $"; did you mean '{closest}'?")
            );
        }

        keys[key] = pair.Groups["value"].Value.Trim('\'', '"');
    }

    private static (string? Version, string? Build) ParseVersionAndBuild(string text)
    {
        var rest = AroundOperators().Replace(text.Trim(), match => match.Groups["op"].Value);
        if (rest.Length == 0)
        {
            return (null, null);
        }

        var words = rest.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 2)
        {
            throw new FormatException(
                $"'{text.Trim()}' has too many words; a spec is NAME VERSION BUILD"
            );
        }

        var fuzzy = FuzzyPattern().Match(words[0]);
        if (words.Length == 2)
        {
            return (CheckVersion(words[0]), CheckBuild(words[1]));
        }

        if (!fuzzy.Success)
        {
            return (CheckVersion(words[0]), null);
        }

        var build = fuzzy.Groups["build"].Success ? fuzzy.Groups["build"].Value : null;
        var version = fuzzy.Groups["version"].Value;
        var exact = fuzzy.Groups["operator"].Value == "==" || build is not null;
        return (
            CheckVersion(exact || version.EndsWith('*') ? version : version + ".*"),
            CheckBuild(build)
        );
    }

    private static string? CheckVersion(string? version)
    {
        foreach (var clause in version?.Split(',', '|') ?? [])
        {
            if (!ClausePattern().IsMatch(clause) || clause.All(char.IsAsciiLetter))
            {
                throw new FormatException(Explain(clause));
            }
        }

        return version;
    }

    private static string Explain(string clause) =>
        clause switch
        {
            "" => "a version clause is empty: there is a ',' or '|' too many",
            ['=', '>' or '<', ..] => $"'{clause}': the '=' comes second, as in '>='",
            _ when clause.All(char.IsAsciiLetter) =>
                $"'{clause}' is not a version; every package has a line of its own",
            _ => $"'{clause}' is not a version or a condition on one",
        };

    private static string? CheckBuild(string? build) =>
        build is null || BuildPattern().IsMatch(build)
            ? build
            : throw new FormatException($"'{build}' is not a build string");

    [GeneratedRegex(@"^[A-Za-z0-9_*][A-Za-z0-9_.*-]*(?=$|[\s<>=!~,\[])")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\s*(?<op>,|\|)\s*|(?<op>[<>=!~]=?)\s+")]
    private static partial Regex AroundOperators();

    [GeneratedRegex(@"^(?<operator>==?)(?<version>[^=<>!~,|]+)(=(?<build>[^=]+))?$")]
    private static partial Regex FuzzyPattern();

    [GeneratedRegex(@"^(==|!=|<=|>=|<|>|~=|=)?[0-9A-Za-z_!][0-9A-Za-z_.!+-]*\*?$|^\*$")]
    private static partial Regex ClausePattern();

    [GeneratedRegex(@"^[0-9A-Za-z_.*+]+$")]
    private static partial Regex BuildPattern();

    [GeneratedRegex("""(?<key>[^=,\s]+)\s*(=\s*(?<value>'[^']*'|"[^"]*"|[^,]*))?(,|$)""")]
    private static partial Regex PairPattern();
}
