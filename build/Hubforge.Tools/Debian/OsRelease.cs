namespace Hubforge.Tools.Debian;

/// <summary>What <c>/etc/os-release</c> says of the system.</summary>
/// <param name="Id">Such as <c>debian</c> or <c>ubuntu</c>.</param>
public sealed record OsRelease(string Id)
{
    /// <summary>Such as <c>12</c>; empty for testing and unstable.</summary>
    public string VersionId { get; init; } = "";

    /// <summary>Such as <c>bookworm</c>; empty when the system has none.</summary>
    public string Codename { get; init; } = "";

    /// <summary>The name for people, such as <c>Debian GNU/Linux 12 (bookworm)</c>.</summary>
    public string PrettyName { get; init; } = "";

    /// <summary>Systems that this one is made from, nearest first.</summary>
    public IReadOnlyList<string> Like { get; init; } = [];

    /// <summary>Whether apt and dpkg rule here.</summary>
    public bool IsDebianLike => Id is "debian" or "ubuntu" || Like.Contains("debian");

    /// <summary>Reads the file's text; unknown and unreadable lines do not count.</summary>
    public static OsRelease Parse(string text)
    {
        var values = text.ReplaceLineEndings("\n")
            .Split('\n')
            .Select(line => line.Trim().Split('=', 2))
            .Where(parts => parts.Length == 2 && !parts[0].StartsWith('#'))
            .GroupBy(parts => parts[0])
            .ToDictionary(group => group.Key, group => Unquote(group.Last()[1]));
        return new OsRelease(values.GetValueOrDefault("ID", "linux"))
        {
            VersionId = values.GetValueOrDefault("VERSION_ID", ""),
            Codename = values.GetValueOrDefault("VERSION_CODENAME", ""),
            PrettyName = values.GetValueOrDefault("PRETTY_NAME", "Linux"),
            Like = values
                .GetValueOrDefault("ID_LIKE", "")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries),
        };
    }

    private static string Unquote(string value) =>
        value.Length >= 2 && value[0] is '"' or '\'' && value[^1] == value[0]
            ? value[1..^1].Replace("\\", "", StringComparison.Ordinal)
            : value;
}
