using System.Text.RegularExpressions;

namespace Hubforge.Primitives;

/// <summary>A login at a host, as an address carries it: <c>https://user:password@host/...</c>.</summary>
/// <param name="Host">Name of the host, without a port.</param>
/// <param name="User">Name of the user.</param>
/// <param name="Password">Password or token.</param>
public sealed partial record HostLogin(string Host, string User, Secret Password)
{
    /// <summary>Reads <c>https://user:password@host</c>; what follows the host does not matter.</summary>
    /// <exception cref="FormatException">There is no user, no password or no host. The message does not hold the text.</exception>
    public static HostLogin Parse(string text) =>
        In(text) is [var login]
            ? login
            : throw new FormatException("https://user:password@host is expected");

    /// <summary>Returns the logins of all addresses in <paramref name="text"/>; none in most.</summary>
    public static IReadOnlyList<HostLogin> In(string text) =>
        text.Contains('@', StringComparison.Ordinal) ? [.. Address().Matches(text).Select(Of)] : [];

    /// <summary>Returns the text with its addresses as they are without a login.</summary>
    public static string RemoveFrom(string text) =>
        text.Contains('@', StringComparison.Ordinal)
            ? Address().Replace(text, "${scheme}${host}")
            : text;

    /// <summary>Returns the logins in the form of a <c>.netrc</c> file, which pip, uv, conda, curl, git and apt read.</summary>
    public static Secret ToNetrc(IEnumerable<HostLogin> logins) =>
        new(
            string.Concat(
                logins.Select(login =>
                    $"machine {login.Host} login {Word(login.User)} password {Word(login.Password.Reveal())}\n"
                )
            )
        );

    private static HostLogin Of(Match match) =>
        new(
            match.Groups["host"].Value,
            Uri.UnescapeDataString(match.Groups["user"].Value),
            new Secret(Uri.UnescapeDataString(match.Groups["password"].Value))
        );

    private static string Word(string text) =>
        text.AsSpan().IndexOfAny(" \t\"\\#") < 0
            ? text
            : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex(
        @"(?<scheme>https?://)(?<user>[^/\s:@]+):(?<password>[^/\s@]+)@(?<host>[^/\s:?#@]+)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Address();
}
