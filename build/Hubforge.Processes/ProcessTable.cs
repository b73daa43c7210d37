using System.Globalization;

namespace Hubforge.Processes;

/// <summary>The processes of a Linux machine, from <c>/proc</c>.</summary>
internal static class ProcessTable
{
    /// <summary>Returns the process; null when there is none of that number.</summary>
    public static ProcessEntry? Find(int id)
    {
        try
        {
            return Parse(
                id,
                File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"))
            );
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Lists all processes that can be seen.</summary>
    public static IReadOnlyList<ProcessEntry> List() =>
        [
            .. Directory
                .EnumerateDirectories("/proc")
                .Select(path =>
                    int.TryParse(
                        Path.GetFileName(path),
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out var id
                    )
                        ? Find(id)
                        : null
                )
                .OfType<ProcessEntry>(),
        ];

    // proc(5): the name stands in parentheses and may hold anything, so the fields are counted from the last one.
    private static ProcessEntry? Parse(int id, string stat)
    {
        var fields = stat[(stat.LastIndexOf(')') + 1)..]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 19
            ? new ProcessEntry(id, int.Parse(fields[1], CultureInfo.InvariantCulture), fields[19])
            {
                HasEnded = fields[0] is "Z" or "X",
            }
            : null;
    }
}
