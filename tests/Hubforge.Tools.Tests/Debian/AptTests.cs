using Hubforge.Testing;
using Hubforge.Tools.Debian;
using Hubforge.Tools.Replies;

namespace Hubforge.Tools.Tests.Debian;

public sealed class AptTests
{
    private readonly RecordingProcessRunner _processes = new();

    [Test]
    public void Root_installs_directly_and_apt_asks_nothing()
    {
        var command = AptFor(root: true)
            .InstallCommand(new AptInstall(["docker.io", "mmdebstrap"]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                command.ToString(),
                Is.EqualTo("apt-get install --yes --no-install-recommends -- docker.io mmdebstrap")
            );
            Assert.That(
                command.Environment["DEBIAN_FRONTEND"]!.Value.Reveal(),
                Is.EqualTo("noninteractive")
            );
        }
    }

    [Test]
    public void Others_go_through_sudo_which_gets_the_variables_by_env()
    {
        var command = AptFor(root: false)
            .InstallCommand(new AptInstall(["docker.io"]) { Recommends = true });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                command.ToString(),
                Is.EqualTo(
                    "sudo env DEBIAN_FRONTEND=noninteractive apt-get install --yes -- docker.io"
                )
            );
            Assert.That(command.Environment, Is.Empty);
        }
    }

    [Test]
    public async Task Lists_and_packages_are_fetched()
    {
        await AptFor(root: true).UpdateAsync(null, CancellationToken.None);
        await AptFor(root: true).InstallAsync(new AptInstall(["a"]), null, CancellationToken.None);

        Assert.That(
            _processes.Commands.Select(command => command.ToString()),
            Is.EqualTo(["apt-get update", "apt-get install --yes --no-install-recommends -- a"])
        );
    }

    [Test]
    public void A_package_that_looks_like_an_option_is_refused() =>
        Assert.Throws<RefusedArgumentException>(() =>
            AptFor(root: true).InstallCommand(new AptInstall(["-oAPT::Update::Pre-Invoke::=id"]))
        );

    private Apt AptFor(bool root) => new(_processes, new Privilege(root));
}
