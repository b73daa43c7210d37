using System.Buffers;

namespace Hubforge.Processes;

/// <summary>Writes arguments as a POSIX shell reads them, for messages and generated scripts.</summary>
public static class ShellQuoting
{
    private static readonly SearchValues<char> s_plain = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_=./:,@%+*"
    );

    /// <summary>Returns the argument, in single quotes when a shell would not take it as it is.</summary>
    public static string Quote(string argument) =>
        argument.Length > 0 && !argument.AsSpan().ContainsAnyExcept(s_plain)
            ? argument
            : $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
