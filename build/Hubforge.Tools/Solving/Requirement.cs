using System.Text.RegularExpressions;

namespace Hubforge.Tools.Solving;

/// <summary>A package and what is asked of its version, as a tool printed it.</summary>
/// <param name="Package">The name as printed, without extras.</param>
/// <param name="Specifier">The rest: a version range, a version, a build; empty when any version will do.</param>
public sealed partial record Requirement(string Package, string Specifier)
{
    /// <summary>The name as indexes compare it: lower case, with one dash for every run of dashes, dots and underscores.</summary>
    public string NormalizedName => Normalize(Package);

    /// <summary>Returns a package name as indexes compare it.</summary>
    public static string Normalize(string package) =>
        Separators().Replace(package, "-").ToLowerInvariant();

    /// <summary>Splits <c>name[extra]&gt;=1.0</c>, <c>name &gt;=1.0</c> or <c>name 1.0</c>; the whole text is the name when it looks like none of them.</summary>
    public static Requirement Parse(string text)
    {
        var match = NameAndRest().Match(text.Trim());
        return match.Success
            ? new Requirement(match.Groups["name"].Value, match.Groups["rest"].Value.Trim())
            : new Requirement(text.Trim(), "");
    }

    /// <summary>Returns the requirement as a person reads it: <c>starkit &gt;=2</c>.</summary>
    public override string ToString() => Specifier.Length == 0 ? Package : $"{Package} {Specifier}";

    [GeneratedRegex("[-_.]+")]
    private static partial Regex Separators();

    [GeneratedRegex(
        @"^(?<name>[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?)(?:\[[^\]=]*\])?(?<rest>.*)$"
    )]
    private static partial Regex NameAndRest();
}
