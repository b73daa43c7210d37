using System.Text.RegularExpressions;
using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Conda;

/// <summary>Reads requirements as libmamba prints them, which differs between its versions.</summary>
internal static partial class CondaRequirement
{
    private const string Pin = "pin on ";

    /// <summary>Reads <c>nebula =1.0 *</c> (2.x) and <c>nebula 1.0**</c> (1.x) as <c>nebula =1.0</c>, and <c>nebula =* *</c> as <c>nebula</c>.</summary>
    public static Requirement Parse(string text)
    {
        // A pinned package stands in the tree as `pin on python 3.11.* =* *`.
        var plain = text.Trim();
        plain = plain.StartsWith(Pin, StringComparison.Ordinal)
            ? plain[Pin.Length..].Replace(" =* *", "", StringComparison.Ordinal)
            : plain;
        var parts = plain.Split(' ', 2, StringSplitOptions.TrimEntries);
        var rest = parts.Length > 1 ? parts[1] : "";
        rest = rest.EndsWith(" *", StringComparison.Ordinal) ? rest[..^2].Trim() : rest;
        if (rest is "*" or "=*" or "==*")
        {
            rest = "";
        }

        return new Requirement(parts[0], Fuzzy().Replace(rest, "=$1"));
    }

    /// <summary>Reads a file's name: <c>skytools-1.1-pyh810aae4_0</c> is skytools, version 1.1, build pyh810aae4_0.</summary>
    public static Requirement ParseFileName(string fileName)
    {
        var name = Extension().Replace(fileName, "");
        var build = name.LastIndexOf('-');
        var version = build > 0 ? name.LastIndexOf('-', build - 1) : -1;
        return version > 0
            ? new Requirement(name[..version], "=" + name[(version + 1)..build])
            : new Requirement(name, "");
    }

    [GeneratedRegex(@"^([^\s*<>=!~|]+)\*\*$")]
    private static partial Regex Fuzzy();

    [GeneratedRegex(@"\.(?:conda|tar\.bz2)$")]
    private static partial Regex Extension();
}
