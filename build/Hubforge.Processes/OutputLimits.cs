namespace Hubforge.Processes;

/// <summary>How many characters of a stream are kept, unless the command says so.</summary>
internal static class OutputLimits
{
    /// <summary>When the caller takes the output from the result.</summary>
    public const int Whole = 64 * 1024 * 1024;

    /// <summary>When the caller gets the lines as they come, and the result only serves messages.</summary>
    public const int Tail = 1024 * 1024;
}
