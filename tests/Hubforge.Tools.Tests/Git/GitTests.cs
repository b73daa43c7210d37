using Hubforge.Primitives;
using Hubforge.Processes;
using Hubforge.Testing;
using Hubforge.Tools.Git;
using Hubforge.Tools.Replies;

namespace Hubforge.Tools.Tests.Git;

[CancelAfter(30_000)]
public sealed class GitTests : IDisposable
{
    private readonly TempDirectory _folder = new();
    private readonly ProcessRunner _processes = new();
    private readonly Tools.Git.Git _git;

    public GitTests() => _git = new Tools.Git.Git(_processes, _folder.Root);

    public void Dispose() => _folder.Dispose();

    [Test]
    public async Task A_folder_outside_a_repository_has_no_commit_branch_or_remote(
        CancellationToken token
    )
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await _git.FindHeadAsync(token), Is.Null);
            Assert.That(await _git.FindBranchAsync(token), Is.Null);
            Assert.That(await _git.FindRemoteAsync("origin", token), Is.Null);
        }
    }

    [Test]
    public async Task The_last_commit_is_read_with_its_time(CancellationToken token)
    {
        await InitialiseAsync(token);

        var head = await _git.FindHeadAsync(token);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(head!.Id.ToString(), Does.Match("^[0-9a-f]{40}$"));
            Assert.That(head.Time, Is.EqualTo(DateTimeOffset.UnixEpoch.AddDays(10)));
            Assert.That(head.Subject, Is.EqualTo("First: a \"quoted\" line"));
            Assert.That(await _git.FindBranchAsync(token), Is.EqualTo("main"));
            Assert.That(await _git.ListChangesAsync(token), Is.Empty);
        }
    }

    [Test]
    public async Task A_remote_is_told_without_its_password(CancellationToken token)
    {
        await InitialiseAsync(token);
        await RunAsync(["remote", "add", "origin", "https://me:pass@git.example/x.git"], token);

        var remote = await _git.FindRemoteAsync("origin", token);

        Assert.That(remote, Is.EqualTo("https://git.example/x.git"));
    }

    [Test]
    public async Task Changes_are_listed_whatever_their_names_hold(CancellationToken token)
    {
        await InitialiseAsync(token);
        _folder.Write("first.txt", "changed");
        _folder.Write("ä folder/two words\n.txt", "new");

        var changes = await _git.ListChangesAsync(token);

        Assert.That(
            changes,
            Is.EquivalentTo([
                new GitChange(" M", "first.txt"),
                new GitChange("??", "ä folder/two words\n.txt"),
            ])
        );
    }

    [Test]
    public async Task Files_changed_since_the_branch_left_the_reference_are_listed(
        CancellationToken token
    )
    {
        await InitialiseAsync(token);
        await RunAsync(["branch", "base"], token);
        _folder.Write("deployments/demo/x.pip", "numpy\n");
        await _git.CommitAsync(new GitCommit("Second", ["deployments"]), token);
        _folder.Write("first.txt", "changed and not committed");

        var files = await _git.ListChangedFilesAsync("base", token);

        Assert.That(files, Is.EquivalentTo(["deployments/demo/x.pip", "first.txt"]));
    }

    [Test]
    public async Task A_commit_takes_only_the_named_files_and_nothing_when_they_are_unchanged(
        CancellationToken token
    )
    {
        await InitialiseAsync(token);
        _folder.Write("secret.yaml", "x: 1");
        _folder.Write("other.txt", "y");

        var first = await _git.CommitAsync(new GitCommit("Secrets", ["secret.yaml"]), token);
        var second = await _git.CommitAsync(new GitCommit("Secrets", ["secret.yaml"]), token);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first, Is.True);
            Assert.That(second, Is.False);
            Assert.That(
                await _git.ListChangesAsync(token),
                Is.EqualTo([new GitChange("??", "other.txt")])
            );
        }
    }

    [Test]
    public async Task A_clone_is_made_and_pushed_back(CancellationToken token)
    {
        await InitialiseAsync(token);
        var bare = _folder / "bare.git";
        var copy = _folder / "copy";
        await RunAsync(["clone", "--quiet", "--bare", ".", bare], token);
        await _git.CloneAsync(new GitClone(bare.ToString(), copy) { Branch = "main" }, token);
        await IdentifyAsync(copy, token);
        await File.WriteAllTextAsync(copy / "new.txt", "new", token);
        var clone = new Tools.Git.Git(_processes, copy);

        await clone.CommitAsync(new GitCommit("New", ["new.txt"]), token);
        await clone.PushAsync("origin", token);

        var pushed = await new Tools.Git.Git(_processes, bare).FindHeadAsync(token);
        Assert.That(pushed!.Subject, Is.EqualTo("New"));
    }

    [Test]
    public async Task A_reference_that_looks_like_an_option_is_refused(CancellationToken token)
    {
        var failure = await Assert.ThrowsAsync<RefusedArgumentException>(() =>
            _git.ListChangedFilesAsync("--output=/etc/passwd", token)
        );

        Assert.That(failure.Message, Does.Contain("--output=/etc/passwd"));
    }

    private async Task InitialiseAsync(CancellationToken token)
    {
        await RunAsync(["init", "--quiet", "--initial-branch=main"], token);
        await IdentifyAsync(_folder.Root, token);
        _folder.Write("first.txt", "first");
        await RunAsync(["add", "first.txt"], token);
        await RunAsync(["commit", "--quiet", "-m", "First: a \"quoted\" line\n\nBody"], token);
    }

    private async Task IdentifyAsync(AbsolutePath folder, CancellationToken token)
    {
        await RunAsync(["-C", folder, "config", "user.name", "Tester"], token);
        await RunAsync(["-C", folder, "config", "user.email", "tester@example.org"], token);
    }

    private Task<CommandResult> RunAsync(string[] arguments, CancellationToken token)
    {
        var command = new Command("git")
            .With([.. arguments.Select(argument => (Argument)argument)])
            .WithVariable("GIT_AUTHOR_DATE", "1970-01-11T00:00:00Z")
            .WithVariable("GIT_COMMITTER_DATE", "1970-01-11T00:00:00Z") with
        {
            WorkingDirectory = _folder.Root,
        };
        return _processes.RunAsync(command, null, token);
    }
}
