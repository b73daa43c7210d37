using System.Text.RegularExpressions;

namespace Hubforge.Tools.Pip;

/// <summary>Decides whether a version fits a specifier of pip or conda.</summary>
public static partial class VersionSpecifier
{
    /// <summary>
    /// Returns whether <paramref name="version"/> fits <paramref name="specifier"/>; null when either cannot be read.
    /// Commas join, <c>|</c> parts alternatives; a build behind a space does not count.
    /// </summary>
    public static bool? Fits(string specifier, string version)
    {
        if (specifier.Trim() is "" or "*" or "Any")
        {
            return true;
        }

        if (PackageVersion.Find(version) is not { } found)
        {
            return null;
        }

        var alternatives = specifier
            .Trim('(', ')')
            .Split('|')
            .Select(one => FitsAll(one, found))
            .ToList();
        return alternatives.Contains(true) ? true
            : alternatives.Contains(null) ? null
            : false;
    }

    private static bool? FitsAll(string clauses, PackageVersion version)
    {
        var results = clauses
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(clause => FitsOne(clause, version))
            .ToList();
        return results.Contains(false) ? false
            : results.Contains(null) ? null
            : true;
    }

    private static bool? FitsOne(string clause, PackageVersion version)
    {
        var match = Clause().Match(clause);
        if (match.Groups["version"].Value is "" or "*")
        {
            return match.Success ? true : null;
        }

        if (!match.Success || PackageVersion.Find(match.Groups["version"].Value) is not { } wanted)
        {
            return null;
        }

        version = wanted.Local.Length > 0 ? version : version.WithoutLocal();
        var order = version.CompareTo(wanted);
        var prefix = match.Groups["star"].Success;
        return match.Groups["operator"].Value switch
        {
            "=" => version.StartsWith(wanted),
            "" or "==" or "===" => prefix ? version.StartsWith(wanted) : order == 0,
            "!=" => prefix ? !version.StartsWith(wanted) : order != 0,
            ">=" => order >= 0,
            "<=" => order <= 0,
            ">" => order > 0,
            "<" => order < 0 && !IsPrereleaseOf(version, wanted),
            _ => order >= 0 && version.StartsWith(WithoutLast(wanted)),
        };
    }

    // `<2.0` leaves 2.0rc1 out although it is lower.
    private static bool IsPrereleaseOf(PackageVersion version, PackageVersion wanted) =>
        version.IsPrerelease
        && !wanted.IsPrerelease
        && version.StartsWith(wanted)
        && wanted.StartsWith(version);

    private static PackageVersion WithoutLast(PackageVersion version) =>
        PackageVersion.Find(
            string.Join('.', version.Release.SkipLast(1).DefaultIfEmpty(version.Release[0]))
        )!;

    [GeneratedRegex(
        @"^(?<operator>===|==|!=|~=|>=|<=|=|<|>|)\s*(?<version>[^\s*]*?)(?:(?<star>\.?\*))?(?:\s+\S+)?$"
    )]
    private static partial Regex Clause();
}
