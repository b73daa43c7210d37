using Hubforge.Testing;

namespace Hubforge.Primitives.Tests;

public sealed class AtomicFileTests
{
    private readonly TempDirectory _folder = new();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public async Task A_file_is_written_with_its_folders()
    {
        await AtomicFile.WriteTextAsync(_folder / "a/b.txt", "text", CancellationToken.None);

        Assert.That(await File.ReadAllTextAsync(_folder / "a/b.txt"), Is.EqualTo("text"));
    }

    [Test]
    public async Task A_failed_write_leaves_the_old_content_and_nothing_else()
    {
        var file = _folder.Write("lock.json", "old");

        await Assert.ThatAsync(
            () =>
                AtomicFile.WriteAsync(
                    file,
                    async path =>
                    {
                        await File.WriteAllTextAsync(path, "ne");
                        throw new IOException("disk full");
                    }
                ),
            Throws.TypeOf<IOException>()
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await File.ReadAllTextAsync(file), Is.EqualTo("old"));
            Assert.That(Directory.GetFiles(_folder.Root), Has.Length.EqualTo(1));
        }
    }
}
