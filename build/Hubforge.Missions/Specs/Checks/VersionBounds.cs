using System.Globalization;
using System.Text.RegularExpressions;
using Hubforge.Tools.Pip;

namespace Hubforge.Missions.Specs.Checks;

/// <summary>Tells whether clauses such as <c>&gt;=2</c> and <c>&lt;1.26</c> leave no version at all.</summary>
internal static partial class VersionBounds
{
    /// <summary>Whether no version can satisfy all clauses. A clause that is not understood, or that excludes single versions, does not count.</summary>
    public static bool Exclude(IEnumerable<string> clauses)
    {
        var bounds = clauses.SelectMany(Read).ToList();
        return bounds
            .Where(bound => bound.IsLower)
            .Any(low => bounds.Exists(high => !high.IsLower && low.IsBeyond(high)));
    }

    private static IEnumerable<Bound> Read(string clause)
    {
        var match = Clause().Match(clause.Trim());
        var text = match.Groups["version"].Value;
        if (!match.Success || PackageVersion.Find(text) is not { } version)
        {
            return [];
        }

        var isPrefix = match.Groups["star"].Success;
        return match.Groups["operator"].Value switch
        {
            ">=" or "~=" => [new Bound(true, version, false)],
            ">" => [new Bound(true, version, true)],
            "<=" => [new Bound(false, version, false)],
            "<" => [new Bound(false, version, true)],
            "!=" => [],
            "=" => OfPrefix(version, text),
            _ when isPrefix => OfPrefix(version, text),
            _ => [new Bound(true, version, false), new Bound(false, version, false)],
        };
    }

    private static IEnumerable<Bound> OfPrefix(PackageVersion version, string text) =>
        Next(text) is { } next
            ? [new Bound(true, version, false), new Bound(false, next, true)]
            : [new Bound(true, version, false)];

    private static PackageVersion? Next(string text)
    {
        var parts = text.Split('.');
        if (!int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            return null;
        }

        parts[^1] = (last + 1L).ToString(CultureInfo.InvariantCulture);
        return PackageVersion.Find(string.Join('.', parts));
    }

    private sealed record Bound(bool IsLower, PackageVersion Version, bool IsStrict)
    {
        public bool IsBeyond(Bound upper)
        {
            var order = Version.CompareTo(upper.Version);
            return order > 0 || (order == 0 && (IsStrict || upper.IsStrict));
        }
    }

    [GeneratedRegex(
        @"^(?<operator>===|==|!=|~=|>=|<=|=|<|>|)\s*(?<version>[0-9A-Za-z.!+_-]*[0-9A-Za-z])(?<star>\.\*)?$"
    )]
    private static partial Regex Clause();
}
