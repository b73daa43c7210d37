using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Hubforge.Tools.Pip;

/// <summary>A version as PEP 440 orders it; conda's versions fit as far as they look alike.</summary>
public sealed partial record PackageVersion
{
    private static readonly BigInteger s_before = -1;
    private static readonly BigInteger s_after = BigInteger.Pow(10, 30);

    private readonly string _text;
    private readonly ImmutableArray<BigInteger> _key;

    private PackageVersion(
        string text,
        ImmutableArray<BigInteger> release,
        ImmutableArray<BigInteger> key
    ) => (_text, Release, _key) = (text, release, key);

    /// <summary>The numbers: 1, 24, 2 of <c>1.24.2rc1</c>.</summary>
    internal ImmutableArray<BigInteger> Release { get; }

    /// <summary>Whether it is an alpha, beta, candidate or development version.</summary>
    public bool IsPrerelease { get; private init; }

    /// <summary>What stands after the plus, in one spelling; empty for most versions.</summary>
    internal string Local { get; private init; } = "";

    /// <summary>Returns the version, or null when the text is none.</summary>
    public static PackageVersion? Find(string text)
    {
        var match = Form().Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        ImmutableArray<BigInteger> release =
        [
            .. match.Groups["release"].Value.Split('.').Select(Number),
        ];
        var (pre, post, dev) = (match.Groups["pre"], match.Groups["post"], match.Groups["dev"]);
        return new PackageVersion(
            text.Trim(),
            release,
            [
                Number(match.Groups["epoch"].Value),
                PhaseOf(pre, bare: !pre.Success && !post.Success && dev.Success),
                Number(match.Groups["prenumber"].Value),
                post.Success ? Number(post.Value) : s_before,
                dev.Success ? Number(dev.Value) : s_after,
            ]
        )
        {
            IsPrerelease = pre.Success || dev.Success,
            Local = match
                .Groups["local"]
                .Value.Replace('-', '.')
                .Replace('_', '.')
                .ToLowerInvariant(),
        };
    }

    /// <summary>Returns the version as those see it that ask for no local part: <c>==1.0</c> takes <c>1.0+cu121</c>.</summary>
    internal PackageVersion WithoutLocal() => Local.Length == 0 ? this : this with { Local = "" };

    /// <summary>Returns less than 0, 0 or more than 0: older, same, or newer than the other.</summary>
    public int CompareTo(PackageVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        var epoch = _key[0].CompareTo(other._key[0]);
        var release = epoch != 0 ? epoch : CompareReleases(Release, other.Release);
        var suffix =
            release != 0
                ? release
                : _key.Zip(other._key, (left, right) => left.CompareTo(right))
                    .FirstOrDefault(order => order != 0);
        return suffix != 0 ? suffix : string.CompareOrdinal(Local, other.Local);
    }

    /// <inheritdoc/>
    public bool Equals(PackageVersion? other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override int GetHashCode() => Release.IsEmpty ? 0 : Release[0].GetHashCode();

    /// <summary>Returns the version as it was written.</summary>
    public override string ToString() => _text;

    /// <summary>Whether the numbers begin with those of <paramref name="prefix"/>, as <c>==1.24.*</c> asks.</summary>
    internal bool StartsWith(PackageVersion prefix) =>
        _key[0] == prefix._key[0]
        && prefix.Release.Select((number, i) => number == At(Release, i)).All(same => same);

    private static int CompareReleases(
        ImmutableArray<BigInteger> left,
        ImmutableArray<BigInteger> right
    ) =>
        Enumerable
            .Range(0, Math.Max(left.Length, right.Length))
            .Select(i => At(left, i).CompareTo(At(right, i)))
            .FirstOrDefault(order => order != 0);

    private static BigInteger At(ImmutableArray<BigInteger> numbers, int index) =>
        index < numbers.Length ? numbers[index] : BigInteger.Zero;

    // Development versions come before alphas, and final ones after candidates.
    private static BigInteger PhaseOf(Group pre, bool bare) =>
        (bare, pre.Success ? pre.Value[0] : ' ') switch
        {
            (true, _) => s_before,
            (_, 'a' or 'A') => 0,
            (_, 'b' or 'B') => 1,
            (_, ' ') => s_after,
            _ => 2,
        };

    private static BigInteger Number(string digits) =>
        digits.Length == 0
            ? BigInteger.Zero
            : BigInteger.Parse(digits, CultureInfo.InvariantCulture);

    private static BigInteger Number(Group digits) => Number(digits.Value);

    [GeneratedRegex(
        @"^v?(?:(?<epoch>\d+)!)?(?<release>\d+(?:\.\d+)*)(?:[-_.]?(?<pre>alpha|beta|preview|pre|rc|a|b|c)[-_.]?(?<prenumber>\d*))?(?:-(?<post>\d+)|[-_.]?(?:post|rev|r)[-_.]?(?<post>\d*))?(?:[-_.]?dev[-_.]?(?<dev>\d*))?(?:\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Form();
}
