namespace Hubforge.Build.Verification;

/// <summary>A test that failed, and what it said.</summary>
internal sealed record FailedTest(string Name, string Message)
{
    private const int MostFirstLines = 6;
    private const int MostLastLines = 14;

    /// <summary>
    /// Returns the name and both ends of the message: it begins with what failed, and ends with what was expected
    /// and seen, often with the whole output of a program in between.
    /// </summary>
    public override string ToString() =>
        string.Join('\n', Shorten().Select(line => $"  {line.TrimEnd()}").Prepend(Name));

    private IEnumerable<string> Shorten()
    {
        var lines = Message.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length <= MostFirstLines + MostLastLines
            ? lines
            : [.. lines.Take(MostFirstLines), "...", .. lines.TakeLast(MostLastLines)];
    }
}
