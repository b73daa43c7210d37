namespace Hubforge.Primitives;

/// <summary>Finds the name that a person probably meant.</summary>
public static class Suggestions
{
    /// <summary>Returns the candidate closest to <paramref name="name"/>, ignoring case and dashes; null when none is close.</summary>
    public static string? Closest(string name, IEnumerable<string> candidates)
    {
        var wanted = Normalise(name);
        var limit = Math.Max(1, wanted.Length / 3);
        return candidates
            .Select(candidate => (candidate, distance: Distance(wanted, Normalise(candidate))))
            .Where(pair => pair.distance <= limit || IsPrefix(wanted, pair.candidate))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    private static bool IsPrefix(string wanted, string candidate) =>
        wanted.Length >= 3 && Normalise(candidate).StartsWith(wanted, StringComparison.Ordinal);

    private static string Normalise(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    // Levenshtein distance in which two letters that changed places count once: the commonest slip of all.
    private static int Distance(string left, string right)
    {
        int[] older = [];
        int[] old = [.. Enumerable.Range(0, right.Length + 1)];
        for (var i = 1; i <= left.Length; i++)
        {
            var row = new int[right.Length + 1];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = old[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(row[j - 1], old[j]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], older[j - 2] + 1);
                }
            }

            (older, old) = (old, row);
        }

        return old[right.Length];
    }
}
