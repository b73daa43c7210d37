using System.Text;

namespace Hubforge.Automation.Binding;

/// <summary>Names as they are typed: camel humps joined with dashes, in lower case.</summary>
internal static class DashedName
{
    // These words stay one hump, as in NUKE.
    private static readonly string[] s_words =
    [
        "DotNet",
        "GitHub",
        "GitLab",
        "GitVersion",
        "MSBuild",
        "NuGet",
        "ReSharper",
        "AppVeyor",
        "TeamCity",
        "SignPath",
        "JetBrains",
    ];

    public static string Of(string member)
    {
        var name = new StringBuilder(member.Length + 4);
        for (var i = 0; i < member.Length; )
        {
            var length = HumpLength(member.AsSpan(i));
            if (i > 0 && name[^1] != '-')
            {
                name.Append('-');
            }

            foreach (var letter in member.AsSpan(i, length))
            {
                name.Append(letter == '_' ? '-' : char.ToLowerInvariant(letter));
            }

            i += length;
        }

        return name.ToString().Trim('-');
    }

    private static int HumpLength(ReadOnlySpan<char> rest)
    {
        foreach (var word in s_words)
        {
            if (rest.StartsWith(word, StringComparison.Ordinal))
            {
                return word.Length;
            }
        }

        var length = 1;
        while (length < rest.Length && char.IsUpper(rest[length]) && char.IsUpper(rest[0]))
        {
            length++;
        }

        if (length > 1)
        {
            // "HTTPClient": the last capital begins the next hump.
            return length == rest.Length || !char.IsLower(rest[length]) ? length : length - 1;
        }

        while (length < rest.Length && !char.IsUpper(rest[length]))
        {
            length++;
        }

        return length;
    }
}
