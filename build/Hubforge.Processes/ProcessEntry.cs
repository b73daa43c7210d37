namespace Hubforge.Processes;

/// <summary>One line of the process table.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Parent">The number of the one that started it, or of the one that took it over.</param>
/// <param name="Started">When it started, in clock ticks since the machine did; with <paramref name="Id"/> it names one process for good.</param>
internal sealed record ProcessEntry(int Id, int Parent, string Started)
{
    /// <summary>Whether it has ended and only waits to be asked for its exit code.</summary>
    public bool HasEnded { get; init; }
}
