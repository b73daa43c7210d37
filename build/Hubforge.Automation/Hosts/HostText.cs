namespace Hubforge.Automation.Hosts;

/// <summary>Text that hosts read line by line.</summary>
internal static class HostText
{
    /// <summary>Returns one command for each line that is not blank; null when there is none.</summary>
    public static string? LinesOf(string value, Func<string, string> command)
    {
        var lines = value
            .Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !string.IsNullOrWhiteSpace(line))
            .Select(command)
            .ToList();
        return lines.Count == 0 ? null : string.Join('\n', lines);
    }
}
