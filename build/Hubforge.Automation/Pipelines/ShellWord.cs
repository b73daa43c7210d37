using System.Text.RegularExpressions;

namespace Hubforge.Automation.Pipelines;

/// <summary>Quotes words of the command lines that pipelines hand to a POSIX shell.</summary>
internal static partial class ShellWord
{
    /// <summary>Returns the word so that a shell reads it as one, unchanged.</summary>
    public static string Quote(string word) =>
        Harmless().IsMatch(word)
            ? word
            : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"^[A-Za-z0-9_./:=@%+-]+\z")]
    private static partial Regex Harmless();
}
