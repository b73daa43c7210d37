using Hubforge.Primitives;

namespace Hubforge.Processes;

/// <summary>The system refuses to start a program: no such folder, no permission, wrong processor, too many arguments.</summary>
public sealed class ProgramNotStartedException(Command command, string program, string reason)
    : HubforgeException(
        new FailureText($"The program '{command.Program}' could not be started.")
            .With("reason", reason)
            .With("program", program)
            .With("directory", command.WorkingDirectory?.ToString())
            .Try(
                "see that the program runs here when it is typed by hand, and that the directory exists"
            )
    );
