using System.Formats.Tar;
using Hubforge.Containers.Running;
using Hubforge.Testing;

namespace Hubforge.Containers.Tests.Running;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class FolderArchiveTests
{
    private readonly TempDirectory _folder = new();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public async Task A_folder_goes_in_and_comes_out_the_same()
    {
        _folder.Write("from/a.txt", "a");
        _folder.WriteScript("from/bin/tool", "exit 0");
        File.CreateSymbolicLink(_folder / "from/link", "bin/tool");
        using var archive = new MemoryStream();

        await FolderArchive.WriteAsync(
            new ContainerCopy(_folder / "from", "/opt/x"),
            "opt/x",
            archive,
            CancellationToken.None
        );
        archive.Position = 0;
        await FolderArchive.ExtractAsync(archive, _folder / "to", CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await File.ReadAllTextAsync(_folder / "to/x/a.txt"), Is.EqualTo("a"));
            Assert.That(new FileInfo(_folder / "to/x/link").LinkTarget, Is.EqualTo("bin/tool"));
            Assert.That(
                File.GetUnixFileMode(_folder / "to/x/bin/tool") & UnixFileMode.UserExecute,
                Is.Not.Zero
            );
        }
    }

    [Test]
    public async Task Everything_has_the_owner_that_was_asked_for()
    {
        _folder.Write("from/a.txt", "a");
        using var archive = new MemoryStream();

        await FolderArchive.WriteAsync(
            new ContainerCopy(_folder / "from", "/x") { UserId = 1000, GroupId = 100 },
            "x",
            archive,
            CancellationToken.None
        );

        archive.Position = 0;
        await using var reader = new TarReader(archive);
        var owners = new List<(string, int, int)>();
        while (await reader.GetNextEntryAsync() is { } entry)
        {
            owners.Add((entry.Name.TrimEnd('/'), entry.Uid, entry.Gid));
        }

        Assert.That(owners, Is.EqualTo([("x", 1000, 100), ("x/a.txt", 1000, 100)]));
    }

    [TestCase("x/../../evil", null)]
    [TestCase("x/link", "/etc")]
    [TestCase("x/link", "../../outside")]
    public async Task Nothing_is_written_outside_of_the_folder(string name, string? link)
    {
        using var archive = new MemoryStream();
        await using (var writer = new TarWriter(archive, leaveOpen: true))
        {
            var type = link is null ? TarEntryType.RegularFile : TarEntryType.SymbolicLink;
            var entry = new PaxTarEntry(type, name);
            if (link is not null)
            {
                entry.LinkName = link;
            }

            await writer.WriteEntryAsync(entry);
        }

        archive.Position = 0;
        Directory.CreateDirectory(_folder / "to");
        await FolderArchive.ExtractAsync(archive, _folder / "to", CancellationToken.None);

        Assert.That(
            Directory.EnumerateFileSystemEntries(_folder.Root, "*", SearchOption.AllDirectories),
            Is.EqualTo([(_folder / "to").ToString()])
        );
    }
}
