using Hubforge.Processes;

namespace Hubforge.Tools.Debian;

/// <summary>How commands that need root are run.</summary>
/// <param name="IsRoot">Whether the program runs as root already.</param>
public sealed record Privilege(bool IsRoot)
{
    /// <summary>Returns the command as it is for root, and otherwise through sudo. sudo drops variables, so env sets them behind it.</summary>
    public Command Elevate(Command command)
    {
        if (IsRoot)
        {
            return command;
        }

        var variables = command
            .Environment.Where(variable => variable.Value is not null)
            .Select(variable => (Argument)$"{variable.Key}={variable.Value!.Value.Reveal()}")
            .ToArray();
        Argument[] environment = variables.Length > 0 ? ["env", .. variables] : [];
        return command with
        {
            Program = "sudo",
            Arguments = [.. environment, command.Program, .. command.Arguments],
            Environment = command.Environment.Clear(),
        };
    }
}
