using System.Collections.Immutable;
using System.Text;

namespace Hubforge.Automation.Pipelines;

/// <summary>Shows where two texts differ: <c>-</c> before lines that only the first has, <c>+</c> before those of the second.</summary>
internal static class LineDiff
{
    private const int Context = 2;

    /// <summary>Returns the changed lines with their neighbours; <c>...</c> stands for equal lines left out. Empty for equal texts.</summary>
    public static string Between(string before, string after)
    {
        var lines = Compare(Lines(before), Lines(after));
        var text = new StringBuilder();
        var wasShown = true;
        for (var i = 0; i < lines.Count; i++)
        {
            var from = Math.Max(0, i - Context);
            var to = Math.Min(lines.Count - 1, i + Context);
            var isShown = lines.GetRange(from, to - from + 1).Exists(line => line[0] != ' ');
            if (isShown)
            {
                text.Append(lines[i]).Append('\n');
            }
            else if (wasShown)
            {
                text.Append("...\n");
            }

            wasShown = isShown;
        }

        return lines.TrueForAll(line => line[0] == ' ') ? "" : text.ToString();
    }

    private static ImmutableArray<string> Lines(string text) =>
        text.Length == 0 ? [] : [.. text.TrimEnd('\n').Split('\n')];

    private static List<string> Compare(ImmutableArray<string> before, ImmutableArray<string> after)
    {
        var common = CommonLengths(before, after);
        var lines = new List<string>();
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                lines.Add($" {before[i++]}");
                j++;
            }
            else if (
                j == after.Length
                || (i < before.Length && common[i + 1][j] >= common[i][j + 1])
            )
            {
                lines.Add($"-{before[i++]}");
            }
            else
            {
                lines.Add($"+{after[j++]}");
            }
        }

        return lines;
    }

    // common[i][j] is the length of the longest common subsequence of the lines from i and from j on.
    private static int[][] CommonLengths(
        ImmutableArray<string> before,
        ImmutableArray<string> after
    )
    {
        var common = new int[before.Length + 1][];
        common[before.Length] = new int[after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            common[i] = new int[after.Length + 1];
            for (var j = after.Length - 1; j >= 0; j--)
            {
                common[i][j] =
                    before[i] == after[j]
                        ? common[i + 1][j + 1] + 1
                        : Math.Max(common[i + 1][j], common[i][j + 1]);
            }
        }

        return common;
    }
}
