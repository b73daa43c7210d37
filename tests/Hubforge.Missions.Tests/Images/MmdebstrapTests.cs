using Hubforge.Missions.Images;
using Hubforge.Primitives;
using Hubforge.Testing;

namespace Hubforge.Missions.Tests.Images;

public sealed class MmdebstrapTests
{
    [Test]
    public void The_command_names_variant_architecture_suite_archive_and_mirror()
    {
        var command = new Mmdebstrap("trixie", "amd64", AbsolutePath.Parse("/tmp/root.tar"))
        {
            Mirror = "http://mirror.invalid/debian",
            SourceDateEpoch = 7,
        }.ToCommand();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                RecordingProcessRunner.WordsOf(command),
                Is.EqualTo([
                    "mmdebstrap",
                    "--variant=minbase",
                    "--architectures=amd64",
                    "--include=ca-certificates",
                    "--dpkgopt=path-exclude=/usr/share/doc/*",
                    "--dpkgopt=path-exclude=/usr/share/info/*",
                    "--dpkgopt=path-exclude=/usr/share/man/*",
                    "--dpkgopt=path-exclude=/usr/share/locale/*",
                    "--dpkgopt=path-include=/usr/share/doc/*/copyright",
                    "trixie",
                    "/tmp/root.tar",
                    "http://mirror.invalid/debian",
                ])
            );
            Assert.That(command.Environment["SOURCE_DATE_EPOCH"]?.ToString(), Is.EqualTo("7"));
        }
    }
}
