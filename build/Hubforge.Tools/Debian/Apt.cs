using Hubforge.Processes;

namespace Hubforge.Tools.Debian;

/// <summary>apt of this machine. It changes the machine: show the commands first, and run them only when that was asked for.</summary>
public sealed class Apt(IProcessRunner processes, Privilege privilege)
{
    /// <summary>Returns the command that fetches the lists of packages.</summary>
    public Command UpdateCommand => privilege.Elevate(new Command("apt-get").With("update"));

    /// <summary>Returns the command that installs packages.</summary>
    public Command InstallCommand(AptInstall request) => privilege.Elevate(request.ToCommand());

    /// <summary>Fetches the lists of packages.</summary>
    public Task UpdateAsync(Action<OutputLine>? onLine, CancellationToken cancellationToken) =>
        processes.RunAsync(UpdateCommand, onLine, cancellationToken);

    /// <summary>Installs packages.</summary>
    public Task InstallAsync(
        AptInstall request,
        Action<OutputLine>? onLine,
        CancellationToken cancellationToken
    ) => processes.RunAsync(InstallCommand(request), onLine, cancellationToken);
}
