using System.Globalization;

namespace Hubforge.EndToEnd.Machine;

/// <summary>The processes of this machine, read from <c>/proc</c>.</summary>
internal static class ProcessTable
{
    /// <summary>Returns the command lines of everything that <paramref name="ancestor"/> started, directly or not.</summary>
    public static IReadOnlyList<string> ListDescendants(int ancestor)
    {
        var parents = Directory
            .EnumerateDirectories("/proc")
            .Select(Path.GetFileName)
            .Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
            .Select(id => (Id: id, Parent: ParentOf(id)))
            .ToLookup(pair => pair.Parent, pair => pair.Id);
        return [.. Below(ancestor, parents).Select(CommandLineOf)];
    }

    /// <summary>Whether a process of that number runs (one that ended and was not waited for does not).</summary>
    public static bool IsRunning(int id) =>
        StatusOf(id) is { } status && status[0] is not ("Z" or "X");

    private static IEnumerable<int> Below(int ancestor, ILookup<int, int> parents) =>
        parents[ancestor].SelectMany(child => Below(child, parents).Prepend(child));

    private static int ParentOf(int id) =>
        StatusOf(id) is { } status ? int.Parse(status[1], CultureInfo.InvariantCulture) : 0;

    // The fields of `stat` after the name, which stands in parentheses and may hold anything.
    private static string[]? StatusOf(int id)
    {
        var text = Read($"/proc/{id}/stat");
        var end = text.LastIndexOf(')');
        return end < 0 ? null : text[(end + 2)..].Split(' ');
    }

    private static string CommandLineOf(int id) =>
        Read($"/proc/{id}/cmdline").Replace('\0', ' ').Trim();

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return ""; // it ended in the meantime
        }
    }
}
