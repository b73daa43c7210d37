using Hubforge.Testing;
using Hubforge.Tools.Debian;

namespace Hubforge.Tools.Tests.Debian;

public sealed class SystemdTests
{
    private readonly RecordingProcessRunner _processes = new();

    [TestCase(0, true)]
    [TestCase(3, false)]
    [TestCase(4, false)]
    public async Task A_unit_is_active_when_systemctl_says_so(int exitCode, bool expected)
    {
        _processes.Answer("systemctl is-active", exitCode: exitCode);

        var active = await new Systemd(_processes, new Privilege(IsRoot: true)).IsActiveAsync(
            "docker",
            CancellationToken.None
        );

        Assert.That(active, Is.EqualTo(expected));
    }

    [Test]
    public async Task A_unit_is_started_now_and_at_every_boot()
    {
        await new Systemd(_processes, new Privilege(IsRoot: false)).StartAsync(
            "docker",
            CancellationToken.None
        );

        Assert.That(
            _processes.OnlyCommand,
            Is.EqualTo(["sudo", "systemctl", "enable", "--now", "docker"])
        );
    }

    [TestCase("run/systemd/system/x", true)]
    [TestCase("usr/lib/systemd/systemd", false)]
    public void It_runs_the_machine_when_its_folder_is_there(string file, bool expected)
    {
        using var folder = new TempDirectory();
        folder.Write(file, "");

        Assert.That(Systemd.IsRunning(folder.Root), Is.EqualTo(expected));
    }
}
