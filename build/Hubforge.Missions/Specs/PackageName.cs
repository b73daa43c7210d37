using System.Text.RegularExpressions;

namespace Hubforge.Missions.Specs;

/// <summary>Names of packages as the Python index compares them.</summary>
internal static partial class PackageName
{
    /// <summary>Returns the name in lower case with every run of <c>-</c>, <c>_</c> and <c>.</c> as one <c>-</c> (PEP 503).</summary>
    public static string Normalise(string name) =>
        Separators().Replace(name, "-").ToLowerInvariant();

    [GeneratedRegex("[-_.]+")]
    private static partial Regex Separators();
}
