namespace Hubforge.EndToEnd.Project;

/// <summary>A target that a run can be caught in: an edit makes it necessary and slow, and something outside tells that it is under way.</summary>
/// <param name="Target">The target.</param>
/// <param name="File">The file to edit.</param>
/// <param name="Slow">The edit.</param>
internal sealed record Phase(string Target, string File, Func<string, string> Slow)
{
    /// <summary>What is typed after the target.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Waits until the run is in the middle of it.</summary>
    public required Func<RunningBuild, CancellationToken, Task> WaitAsync { get; init; }
}
