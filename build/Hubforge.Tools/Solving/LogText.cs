using System.Text.RegularExpressions;

namespace Hubforge.Tools.Solving;

/// <summary>What every reader of logs does.</summary>
internal static partial class LogText
{
    /// <summary>Returns the lines without colour codes; a carriage return ends a line as well.</summary>
    public static string[] Lines(string log) =>
        Colours().Replace(log, "").ReplaceLineEndings("\n").Split('\n');

    /// <summary>Returns the last line that is not blank; a stand-in when there is none.</summary>
    public static string LastLine(string log) =>
        Lines(log).LastOrDefault(line => line.Trim().Length > 0)?.Trim()
        ?? "The tool failed and printed nothing.";

    [GeneratedRegex(@"\x1b\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Colours();
}
