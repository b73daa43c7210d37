using Hubforge.Primitives;
using Hubforge.Processes;
using Hubforge.Tools.Debian;

namespace Hubforge.Build.Provisioning;

/// <summary>What provisioning needs to know of the machine it runs on.</summary>
/// <param name="HasApt">Whether packages are installed with apt, as on Debian.</param>
/// <param name="HasSystemd">Whether systemd runs the machine and is asked to start the engine.</param>
/// <param name="Privilege">How commands that need root are run.</param>
internal sealed record Machine(bool HasApt, bool HasSystemd, Privilege Privilege)
{
    public static Machine Current(IProcessRunner processes) =>
        new(
            processes.FindProgram("apt-get") is not null,
            Systemd.IsRunning(AbsolutePath.Parse("/")),
            new Privilege(Environment.IsPrivilegedProcess)
        );
}
