using System.Globalization;

namespace Hubforge.EndToEnd.Machine;

/// <summary>The processes of this machine, those in containers among them, read from <c>/proc</c>.</summary>
internal static class ProcessTable
{
    /// <summary>Whether a process runs whose command line holds <paramref name="text"/>.</summary>
    public static bool Has(string text) =>
        Directory
            .EnumerateDirectories("/proc")
            .Where(folder =>
                int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _)
            )
            .Any(folder => CommandLineIn(folder).Contains(text, StringComparison.Ordinal));

    private static string CommandLineIn(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline")).Replace('\0', ' ');
        }
        catch (IOException)
        {
            return ""; // it ended in the meantime
        }
    }
}
