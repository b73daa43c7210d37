using Hubforge.Missions.Locks;
using Hubforge.Primitives;
using Hubforge.Testing;

namespace Hubforge.Missions.Tests.Locks;

public sealed class FolderReplacementTests : IDisposable
{
    private readonly TempDirectory _temp = new();

    private AbsolutePath Folder => _temp / "astro";

    public void Dispose() => _temp.Dispose();

    [TestCase(true)]
    [TestCase(false)]
    public async Task The_new_content_takes_the_place_of_the_old_and_nothing_else_is_left(
        bool canExchange
    )
    {
        _temp.Write("astro/old.txt", "old");

        await new FolderReplacement(Folder, canExchange ? LinuxExchange.Try : Never).RunAsync(Fill);

        Assert.That(Content(), Is.EqualTo(["astro/new.txt"]));
    }

    [Test]
    public async Task A_folder_that_was_not_there_is_made()
    {
        await new FolderReplacement(Folder, LinuxExchange.Try).RunAsync(Fill);

        Assert.That(Content(), Is.EqualTo(["astro/new.txt"]));
    }

    [Test]
    public async Task A_failure_while_writing_leaves_the_old_content()
    {
        _temp.Write("astro/old.txt", "old");

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            new FolderReplacement(Folder, LinuxExchange.Try).RunAsync(_ =>
                throw new InvalidOperationException()
            )
        );

        Assert.That(Content(), Is.EqualTo(["astro/old.txt"]));
    }

    [TestCase("astro/old.txt .astro.partial/half.txt", "astro/old.txt")]
    [TestCase("astro/old.txt .astro.new/new.txt", "astro/new.txt")]
    [TestCase(".astro.old/old.txt .astro.new/new.txt", "astro/new.txt")]
    [TestCase("astro/new.txt .astro.old/old.txt", "astro/new.txt")]
    [TestCase(".astro.old/old.txt", "astro/old.txt")]
    [TestCase(".astro.partial/half.txt", "")]
    public void What_a_kill_left_becomes_the_old_content_or_the_new(string left, string expected)
    {
        foreach (var file in left.Split(' '))
        {
            _temp.Write(file, "x");
        }

        new FolderReplacement(Folder, LinuxExchange.Try).Recover();

        Assert.That(string.Join(' ', Content()), Is.EqualTo(expected));
    }

    [Test]
    [Platform("Linux")]
    public void Linux_exchanges_two_folders_in_one_step()
    {
        _temp.Write("one/a.txt", "a");
        _temp.Write("two/b.txt", "b");

        var done = LinuxExchange.Try(_temp / "one", _temp / "two");

        Assert.That(done, Is.True);
        Assert.That(Content(), Is.EqualTo(["one/b.txt", "two/a.txt"]));
    }

    private static bool Never(AbsolutePath one, AbsolutePath other) => false;

    private static Task Fill(AbsolutePath folder) =>
        File.WriteAllTextAsync(folder / "new.txt", "new");

    private string[] Content() =>
        [
            .. Directory
                .EnumerateFiles(_temp.Root, "*", SearchOption.AllDirectories)
                .Select(path => AbsolutePath.Parse(path).RelativeTo(_temp.Root))
                .Order(StringComparer.Ordinal),
        ];
}
