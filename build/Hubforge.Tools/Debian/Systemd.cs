using Hubforge.Primitives;
using Hubforge.Processes;
using Hubforge.Tools.Replies;

namespace Hubforge.Tools.Debian;

/// <summary>systemd, where it runs the machine.</summary>
public sealed class Systemd(IProcessRunner processes, Privilege privilege)
{
    private const int NotActive = 3;
    private const int NoSuchUnit = 4;

    /// <summary>Whether systemd runs the machine: in most containers it is installed and does not run.</summary>
    /// <param name="root">The root folder of the machine.</param>
    public static bool IsRunning(AbsolutePath root) =>
        (root / "run/systemd/system").DirectoryExists;

    /// <summary>Returns the command that starts a unit and its start at boot.</summary>
    public Command StartCommand(string unit) =>
        privilege.Elevate(
            new Command("systemctl").With("enable", "--now", GivenValue.Plain("systemctl", unit))
        );

    /// <summary>Whether the unit is active; false when it is not there.</summary>
    public async Task<bool> IsActiveAsync(string unit, CancellationToken cancellationToken)
    {
        var command = new Command("systemctl").With(
            "is-active",
            "--quiet",
            GivenValue.Plain("systemctl", unit)
        );
        var result = await processes.RunAsync(
            command with
            {
                AcceptedExitCodes = [0, 1, NotActive, NoSuchUnit],
            },
            null,
            cancellationToken
        );
        return result.ExitCode == 0;
    }

    /// <summary>Starts a unit, now and at every boot.</summary>
    public Task StartAsync(string unit, CancellationToken cancellationToken) =>
        processes.RunAsync(StartCommand(unit), null, cancellationToken);
}
