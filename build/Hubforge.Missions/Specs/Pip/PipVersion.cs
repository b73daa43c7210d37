using System.Globalization;
using System.Text.RegularExpressions;

namespace Hubforge.Missions.Specs.Pip;

/// <summary>A version of a Python package, ordered as PEP 440 says.</summary>
internal sealed partial record PipVersion : IComparable<PipVersion>
{
    private const long Absent = long.MaxValue;

    private readonly long _epoch;
    private readonly long[] _release;

    // Orders dev < alpha < beta < candidate < release < post; see Key.
    private readonly long[] _suffix;
    private readonly string _local;

    private PipVersion(long epoch, long[] release, long[] suffix, string local) =>
        (_epoch, _release, _suffix, _local) = (epoch, release, suffix, local);

    /// <summary>Returns the version; null when the text is none.</summary>
    public static PipVersion? Parse(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var release = match.Groups["release"].Value.Split('.').Select(Number).ToArray();
        return new PipVersion(
            match.Groups["epoch"].Success ? Number(match.Groups["epoch"].Value) : 0,
            TrimZeros(release),
            Key(match),
            match.Groups["local"].Value.Replace('-', '.').Replace('_', '.').ToLowerInvariant()
        );
    }

    public int CompareTo(PipVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        var order = _epoch.CompareTo(other._epoch);
        order = order != 0 ? order : Compare(_release, other._release);
        order = order != 0 ? order : Compare(_suffix, other._suffix);
        return order != 0 ? order : string.CompareOrdinal(_local, other._local);
    }

    /// <summary>Whether the version begins as <paramref name="prefix"/> does (<c>1.2.*</c>).</summary>
    public bool BeginsWith(PipVersion prefix, int parts)
    {
        for (var index = 0; index < parts; index++)
        {
            if (At(_release, index) != At(prefix._release, index))
            {
                return false;
            }
        }

        return _epoch == prefix._epoch;
    }

    /// <summary>The same version without its local part, which specifiers without one ignore.</summary>
    public PipVersion WithoutLocal() => new(_epoch, _release, _suffix, "");

    public bool HasLocal => _local.Length > 0;

    public bool Equals(PipVersion? other) => CompareTo(other) == 0;

    public override int GetHashCode() => HashCode.Combine(_epoch, _release.Length, _local);

    // A missing pre-release sorts after any; with only a dev part, before any (PEP 440, "summary of permitted suffixes").
    private static long[] Key(Match match)
    {
        var pre = match.Groups["pre"];
        var post = match.Groups["post"];
        var dev = match.Groups["dev"];
        var preKind = pre.Success
            ? pre.ValueSpan[0] is 'a' or 'A'
                ? 0L
                : pre.ValueSpan[0] is 'b' or 'B'
                    ? 1
                    : 2
            : !post.Success && dev.Success
                ? -1
                : Absent;
        return
        [
            preKind,
            Number(match.Groups["preN"].Value),
            post.Success
                ? Number(match.Groups["postN"].Value + match.Groups["postDash"].Value)
                : -1,
            dev.Success ? Number(match.Groups["devN"].Value) : Absent,
        ];
    }

    private static long Number(string digits) =>
        digits.Length == 0 ? 0
        : long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
        : long.MaxValue - 1;

    private static long[] TrimZeros(long[] release)
    {
        var length = release.Length;
        while (length > 1 && release[length - 1] == 0)
        {
            length--;
        }

        return release[..length];
    }

    private static long At(long[] parts, int index) => index < parts.Length ? parts[index] : 0;

    private static int Compare(long[] left, long[] right)
    {
        for (var index = 0; index < Math.Max(left.Length, right.Length); index++)
        {
            var order = At(left, index).CompareTo(At(right, index));
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    [GeneratedRegex(
        """
            ^v?((?<epoch>\d+)!)?(?<release>\d+(\.\d+)*)
            ([-_.]?(?<pre>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<preN>\d+)?)?
            (?<post>-(?<postDash>\d+)|[-_.]?(post|rev|r)[-_.]?(?<postN>\d+)?)?
            (?<dev>[-_.]?dev[-_.]?(?<devN>\d+)?)?
            (\+(?<local>[a-z0-9]+([-_.][a-z0-9]+)*))?$
            """,
        RegexOptions.IgnoreCase
            | RegexOptions.IgnorePatternWhitespace
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Pattern();
}
