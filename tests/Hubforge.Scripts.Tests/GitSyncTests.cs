namespace Hubforge.Scripts.Tests;

/// <summary>git-sync with real repositories.</summary>
[CancelAfter(60_000)]
internal sealed class GitSyncTests
{
    private readonly ScriptImage _image = new();

    [SetUp]
    public async Task MakeRepository()
    {
        foreach (var who in new[] { "AUTHOR", "COMMITTER" })
        {
            _image.Set($"GIT_{who}_NAME", "somebody");
            _image.Set($"GIT_{who}_EMAIL", "somebody@example.org");
        }

        await ShellAsync(
            "git init -q -b main origin && cd origin && echo one > a && git add a && git commit -qm one && git branch extra"
        );
    }

    [TearDown]
    public void RemoveImage() => _image.Dispose();

    [Test]
    public async Task The_first_time_it_clones()
    {
        var result = await _image.RunAsync("git-sync", Origin, "main", "my notebooks");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(_image.Read("my notebooks/a"), Is.EqualTo("one\n"));
    }

    [Test]
    public async Task Later_it_moves_forward()
    {
        await _image.RunAsync("git-sync", Origin, "main", "copy");
        await ShellAsync("cd origin && echo two > a && git commit -qam two");

        var result = await _image.RunAsync("git-sync", Origin, "main", "copy");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(_image.Read("copy/a"), Is.EqualTo("two\n"));
    }

    [Test]
    public async Task A_persons_changes_are_never_lost()
    {
        await _image.RunAsync("git-sync", Origin, "main", "copy");
        await ShellAsync("cd origin && echo two > a && git commit -qam two");
        _image.Write("copy/a", "mine\n");

        var result = await _image.RunAsync("git-sync", Origin, "main", "copy");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(1));
            Assert.That(result.Error, Does.Contain("so it was left as it is"));
            Assert.That(_image.Read("copy/a"), Is.EqualTo("mine\n"));
        }
    }

    [Test]
    public async Task Without_branch_and_folder_it_follows_the_remotes_own()
    {
        await ShellAsync("git clone -q --bare origin notebooks.git && mkdir place");
        var url = _image.Root / "notebooks.git";
        await ShellAsync($"cd place && git-sync '{url}'");
        await ShellAsync(
            "cd origin && echo two > a && git commit -qam two && git push -q ../notebooks.git main"
        );

        await ShellAsync($"cd place && git-sync '{url}'");

        Assert.That(_image.Read("place/notebooks/a"), Is.EqualTo("two\n"));
    }

    [Test]
    public async Task An_unknown_branch_is_answered_with_those_that_exist()
    {
        await _image.RunAsync("git-sync", Origin, "main", "copy");

        var result = await _image.RunAsync("git-sync", Origin, "mian", "copy");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("no branch mian").And.Contain("extra"));
    }

    [Test]
    public async Task A_folder_of_something_else_is_left_alone()
    {
        _image.Write("copy/notes.txt", "mine");

        var result = await _image.RunAsync("git-sync", Origin, "main", "copy");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(_image.Read("copy/notes.txt"), Is.EqualTo("mine"));
    }

    [Test]
    public async Task A_clone_that_fails_leaves_nothing()
    {
        var result = await _image.RunAsync("git-sync", _image.Root / "nowhere", "main", "copy");

        Assert.That(result.ExitCode, Is.Not.Zero);
        Assert.That(
            Directory.EnumerateDirectories(_image.Root).Select(Path.GetFileName),
            Has.None.StartsWith(".git-sync").And.None.EqualTo("copy")
        );
    }

    private string Origin => _image.Root / "origin";

    private async Task ShellAsync(string commands)
    {
        var result = await _image.ShellAsync(commands);
        Assert.That(result.ExitCode, Is.Zero, result.Error);
    }
}
