namespace Hubforge.Automation.Binding;

/// <summary>Names of targets and parameters are the same whatever their case and dashes.</summary>
internal static class NameKey
{
    /// <summary>Returns a text that is equal for all names that are the same.</summary>
    public static string Of(string name) =>
        name.Replace("-", "", StringComparison.Ordinal)
            .Replace("_", "", StringComparison.Ordinal)
            .ToUpperInvariant();

    public static bool Same(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        int i = 0,
            j = 0;
        while (true)
        {
            while (i < left.Length && (left[i] is '-' or '_'))
            {
                i++;
            }

            while (j < right.Length && (right[j] is '-' or '_'))
            {
                j++;
            }

            if (i == left.Length || j == right.Length)
            {
                return i == left.Length && j == right.Length;
            }

            if (char.ToUpperInvariant(left[i++]) != char.ToUpperInvariant(right[j++]))
            {
                return false;
            }
        }
    }
}
