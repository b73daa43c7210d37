using Hubforge.Containers.Oci;
using Hubforge.Containers.Tests.Oci;
using Hubforge.Primitives;
using Hubforge.Processes;
using Hubforge.Testing;

namespace Hubforge.Containers.Tests.Real;

[Category("Engine")]
[CancelAfter(60_000)]
public sealed class FullDiskTests
{
    private readonly TempDirectory _folder = new();
    private readonly ProcessRunner _processes = new();

    private AbsolutePath Disk => _folder / "disk";

    // Mounting needs the same rights as starting an engine does.
    [SetUp]
    public async Task MountSmallDisk()
    {
        Directory.CreateDirectory(Disk);
        await _processes.ReadAsync(
            new Command("mount").With(
                "-t",
                "tmpfs",
                "-o",
                "size=2m",
                "hubforge-test",
                Disk.ToString()
            ),
            CancellationToken.None
        );
    }

    [TearDown]
    public async Task Unmount()
    {
        await _processes.ReadAsync(
            new Command("umount").With(Disk.ToString()),
            CancellationToken.None
        );
        _folder.Dispose();
    }

    [Test]
    public async Task A_full_disk_leaves_the_layout_as_it_was(CancellationToken cancellationToken)
    {
        var layout = new OciLayout(Disk / "layout");
        var small = ArchiveBuilder.Layer("small", 10_000);
        var large = ArchiveBuilder.Layer("large", 8_000_000);
        await PutAsync(layout, small, cancellationToken);

        var failure = await Assert.ThrowsAsync<OciLayoutException>(() =>
            PutAsync(layout, large, cancellationToken)
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Message, Does.Contain("No space left on device"));
            Assert.That(failure.Message, Does.Contain("try:       make room on that disk"));
            Assert.That(
                (await layout.ListAsync(cancellationToken)).Single().Names,
                Is.EqualTo(["demo"])
            );
            Assert.That(Directory.EnumerateFiles(layout.Folder / ".hubforge", "*.tmp"), Is.Empty);
        }
    }

    private static Task<OciImage> PutAsync(
        OciLayout layout,
        byte[] layer,
        CancellationToken cancellationToken
    ) =>
        layout.PutAsync(
            new OciSource(_ =>
                Task.FromResult<Stream>(ArchiveBuilder.Old(ArchiveBuilder.Config(layer), layer))
            ),
            ["demo"],
            new RecordingReporter(),
            cancellationToken
        );
}
