using Hubforge.Processes;

namespace Hubforge.Build.Provisioning;

/// <summary>What provisioning needs to know of the machine it runs on.</summary>
/// <param name="HasApt">Whether packages are installed with apt, as on Debian.</param>
/// <param name="HasSystemd">Whether systemd runs the machine and is asked to start the engine.</param>
/// <param name="IsRoot">Whether commands need no sudo.</param>
internal sealed record Machine(bool HasApt, bool HasSystemd, bool IsRoot)
{
    public static Machine Current(IProcessRunner processes) =>
        new(
            processes.FindProgram("apt-get") is not null,
            // The same test as sd_booted(3).
            Directory.Exists("/run/systemd/system"),
            Environment.IsPrivilegedProcess
        );

    /// <summary>Returns the command as root runs it: with sudo in front where this process is not root.</summary>
    public Command AsRoot(string program, params ReadOnlySpan<Argument> arguments) =>
        IsRoot
            ? new Command(program).With(arguments)
            : new Command("sudo").With(program).With(arguments);
}
