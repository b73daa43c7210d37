namespace Hubforge.Processes;

/// <summary>The one door through which programs are started.</summary>
public interface IProcessRunner
{
    /// <summary>
    /// Runs the command to its end. Lines are handed to <paramref name="onLine"/> as they come (from several threads) and kept for the result.
    /// Cancelling sends SIGTERM to the program and all it started, waits a grace period, then kills what is left.
    /// </summary>
    /// <exception cref="ProgramNotFoundException">The program is not there.</exception>
    /// <exception cref="ProgramNotStartedException">The system refuses to start it.</exception>
    /// <exception cref="TimeoutException">It ran longer than <see cref="Command.Timeout"/>; the program has ended.</exception>
    /// <exception cref="CommandFailedException">The exit code is not an accepted one.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the program has ended.</exception>
    Task<CommandResult> RunAsync(
        Command command,
        Action<OutputLine>? onLine,
        CancellationToken cancellationToken
    );

    /// <summary>Returns the full path of a program on <c>PATH</c>, or null when it is not there.</summary>
    string? FindProgram(string name);

    /// <summary>Returns the full paths of all programs of that name on <c>PATH</c>, in its order; <see cref="FindProgram"/> is the first.</summary>
    IReadOnlyList<string> ListPrograms(string name);
}
