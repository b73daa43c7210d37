using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Hubforge.Missions.Specs.Pip;

/// <summary>Parses one requirement as PEP 508 and pip understand it.</summary>
internal static partial class PipRequirementParser
{
    /// <summary>Returns the requirement.</summary>
    /// <exception cref="FormatException">The text is none; the message says what is wrong with it.</exception>
    public static PipRequirement Parse(string text)
    {
        var (rest, hashes) = SplitOptions(text);
        if (IsAddressOrPath(rest))
        {
            var (address, condition) = SplitMarker(rest, " ;");
            return new PipRequirement
            {
                Address = address.Trim(),
                Marker = condition,
                Hashes = hashes,
            };
        }

        var named = NamePattern().Match(rest);
        if (!named.Success)
        {
            throw new FormatException($"'{text}' does not begin with the name of a package");
        }

        var requirement = new PipRequirement
        {
            Name = named.Groups["name"].Value,
            Extras = ParseExtras(named.Groups["extras"].Value),
            Hashes = hashes,
        };
        return ParseRest(requirement, rest[named.Length..].Trim());
    }

    private static PipRequirement ParseRest(PipRequirement requirement, string rest)
    {
        if (rest.StartsWith('@'))
        {
            var (address, condition) = SplitMarker(rest[1..].Trim(), " ;");
            return address.Length == 0
                ? throw new FormatException("nothing follows '@'; an address belongs there")
                : requirement with
                {
                    Address = address,
                    Marker = condition,
                };
        }

        var (clauses, marker) = SplitMarker(rest, ";");
        return requirement with { Specifiers = ParseClauses(clauses), Marker = marker };
    }

    private static (string Text, string? Marker) SplitMarker(string text, string separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        if (at < 0)
        {
            return (text.Trim(), null);
        }

        var marker = text[(at + separator.Length)..].Trim();
        MarkerSyntax.Check(marker);
        return (text[..at].Trim(), marker);
    }

    private static ImmutableArray<string> ParseExtras(string text)
    {
        if (text.Length == 0)
        {
            return [];
        }

        var extras = text.Split(',', StringSplitOptions.TrimEntries);
        var bad = Array.Find(extras, extra => !ExtraPattern().IsMatch(extra));
        return bad is null
            ? [.. extras]
            : throw new FormatException($"'{bad}' in [{text}] is not the name of an extra");
    }

    private static ImmutableArray<VersionClause> ParseClauses(string text)
    {
        if (text.StartsWith('(') && text.EndsWith(')'))
        {
            text = text[1..^1];
        }

        return text.Length == 0 ? [] : [.. text.Split(',').Select(ParseClause)];
    }

    private static VersionClause ParseClause(string text)
    {
        var clause = text.Trim();
        var match = ClausePattern().Match(clause);
        if (!match.Success)
        {
            throw new FormatException(ExplainClause(clause));
        }

        var specifier = new VersionClause(
            match.Groups["operator"].Value,
            match.Groups["version"].Value
        );
        return specifier.FindMistake() is { } mistake
            ? throw new FormatException(mistake)
            : specifier;
    }

    private static string ExplainClause(string clause) =>
        clause switch
        {
            "" => "a version clause is empty: there is a ',' too many",
            ['=', '>' or '<', ..] => $"'{clause}': the '=' comes second, as in '>='",
            ['=', not '=', ..] => $"'{clause}': pip pins with '==', not '='",
            _ when SeveralPattern().IsMatch(clause) =>
                $"'{clause}': version clauses are separated by ','",
            [>= '0' and <= '9', ..] =>
                $"'{clause}': a version needs an operator before it, such as '=='",
            _ => $"'{clause}' is not a version clause such as '>=1.2'",
        };

    private static (string Text, ImmutableArray<string> Hashes) SplitOptions(string text)
    {
        var at = OptionPattern().Match(text);
        if (!at.Success)
        {
            return (text.Trim(), []);
        }

        var hashes = ImmutableArray.CreateBuilder<string>();
        foreach (var option in OptionPattern().Split(text[at.Index..]).Skip(1))
        {
            ReadOption(option.Trim(), hashes);
        }

        return (text[..at.Index].Trim(), hashes.ToImmutable());
    }

    private static void ReadOption(string option, ImmutableArray<string>.Builder hashes)
    {
        var parts = option.Split((char[])['=', ' '], 2, StringSplitOptions.TrimEntries);
        if (parts[0] is "config-settings" or "global-option" or "config-setting")
        {
            return;
        }

        if (parts[0] != "hash")
        {
            throw new FormatException($"pip knows no option '--{parts[0]}' for one requirement");
        }

        if (parts.Length < 2 || !HashPattern().IsMatch(parts[1]))
        {
            throw new FormatException(
                $"'--{option}' is not a hash of the form --hash=sha256:HEX (64 digits)"
            );
        }

        hashes.Add(parts[1].ToLowerInvariant());
    }

    private static bool IsAddressOrPath(string text) =>
        AddressPattern().IsMatch(text)
        || text.StartsWith("./", StringComparison.Ordinal)
        || text.StartsWith("../", StringComparison.Ordinal)
        || text.StartsWith('/')
        || FilePattern().IsMatch(text);

    [GeneratedRegex(
        @"^(?<name>[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(\[(?<extras>[^\]]*)\])?(?=$|[\s<>=!~;@(,])"
    )]
    private static partial Regex NamePattern();

    [GeneratedRegex("^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$")]
    private static partial Regex ExtraPattern();

    [GeneratedRegex(@"^(?<operator>===|==|~=|!=|<=|>=|<|>)\s*(?<version>[^\s,;<>=!~()]+)$")]
    private static partial Regex ClausePattern();

    [GeneratedRegex(@"^[<>=!~]+\s*[^\s<>=!~]+\s*[<>=!~]")]
    private static partial Regex SeveralPattern();

    [GeneratedRegex(@"\s--(?=[a-z])")]
    private static partial Regex OptionPattern();

    [GeneratedRegex("^(sha256:[0-9a-fA-F]{64}|sha384:[0-9a-fA-F]{96}|sha512:[0-9a-fA-F]{128})$")]
    private static partial Regex HashPattern();

    [GeneratedRegex(@"^((git|hg|svn|bzr)\+)?[a-z][a-z0-9.+-]*://\S", RegexOptions.IgnoreCase)]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"^\S+\.(whl|tar\.gz|zip)(\s|$)")]
    private static partial Regex FilePattern();
}
