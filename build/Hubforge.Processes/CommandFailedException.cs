using Hubforge.Primitives;

namespace Hubforge.Processes;

/// <summary>A program ended with an exit code its caller did not accept.</summary>
public sealed class CommandFailedException(Command command, CommandResult result)
    : HubforgeException(
        new FailureText($"{command.Program} ended with exit code {result.ExitCode}.")
            .With("command", command.ToString())
            .With("directory", command.WorkingDirectory?.ToString())
            .With("output", result.LastErrorLines(20))
            .Try(
                command.Hint
                    ?? "run the command by hand in that directory; the whole output is in the log"
            )
    )
{
    /// <summary>The exit code and both captured streams.</summary>
    public CommandResult Result { get; } = result;
}
