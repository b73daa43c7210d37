using Hubforge.Processes;
using Hubforge.Testing;
using Hubforge.Tools.Debian;

namespace Hubforge.Tools.Tests.Debian;

public sealed class DpkgTests
{
    [Test]
    public async Task Only_installed_packages_are_listed()
    {
        var processes = new RecordingProcessRunner().Answer(
            "dpkg-query --show",
            "bash\t5.2.15-2+b7\tinstalled\nold\t1.0\tconfig-files\n",
            exitCode: 1,
            stderr: "dpkg-query: no packages found matching nosuch"
        );

        var packages = await new Dpkg(processes).ListAsync(
            ["bash", "old", "nosuch"],
            CancellationToken.None
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(packages, Is.EqualTo([new DebianPackage("bash", "5.2.15-2+b7")]));
            Assert.That(
                processes.OnlyCommand,
                Is.EqualTo([
                    "dpkg-query",
                    "--show",
                    "--showformat=${Package}\\t${Version}\\t${db:Status-Status}\\n",
                    "bash",
                    "old",
                    "nosuch",
                ])
            );
        }
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task The_machines_own_dpkg_is_read(CancellationToken token)
    {
        var processes = new ProcessRunner();
        Assume.That(processes.FindProgram("dpkg-query"), Is.Not.Null);

        var packages = await new Dpkg(processes).ListAsync(
            ["dpkg", "no-such-package-at-all"],
            token
        );

        Assert.That(packages.Select(package => package.Name), Is.EqualTo(["dpkg"]));
    }
}
