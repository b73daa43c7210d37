using Hubforge.EndToEnd.Machine;
using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.EndToEnd.Project;

/// <summary>The checkout as a fresh clone would have it, in a folder of its own: a git repository with one commit and no caches but the published program.</summary>
internal sealed class ProjectCopy : IDisposable
{
    private readonly ScratchFolder _folder = ScratchFolder.Fast("copy");

    private ProjectCopy() { }

    public AbsolutePath Root => _folder.Path;

    /// <summary>What the program keeps only to be faster.</summary>
    public AbsolutePath State => Root / ".nuke/temp";

    public static async Task<ProjectCopy> CreateAsync(CancellationToken cancellationToken)
    {
        Programs.Require("git", "git");
        var copy = new ProjectCopy();
        try
        {
            await copy.FillAsync(cancellationToken);
            await PublishedProgram.CarryIntoAsync(copy.Root, cancellationToken);
            await copy.CommitAsync("A copy for the tests", cancellationToken);
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    /// <summary>Commits everything, with a name of its own and no hooks, so that the machine's git settings do not matter.</summary>
    public async Task CommitAsync(string message, CancellationToken cancellationToken)
    {
        await GitAsync(["add", "--all"], cancellationToken);
        await GitAsync(
            ["commit", "--quiet", "--allow-empty", "--no-verify", "--message", message],
            cancellationToken
        );
    }

    /// <summary>Runs git in the copy.</summary>
    public Task<string> GitAsync(
        IEnumerable<string> arguments,
        CancellationToken cancellationToken
    ) =>
        Programs.ReadAsync(
            "git",
            [
                "-C",
                Root,
                "-c",
                "user.name=Tests",
                "-c",
                "user.email=tests@localhost",
                "-c",
                "commit.gpgSign=false",
                .. arguments,
            ],
            cancellationToken
        );

    /// <summary>Starts <c>./build.sh</c> and returns while it runs.</summary>
    public RunningBuild Start(BuildCall call, CancellationToken cancellationToken) =>
        new(Root, call, cancellationToken);

    /// <summary>Runs <c>./build.sh</c> to its end, whatever its exit code is.</summary>
    public async Task<BuildOutcome> RunAsync(BuildCall call, CancellationToken cancellationToken)
    {
        var outcome = await Start(call, cancellationToken).EndAsync();
        await TestContext.Out.WriteLineAsync(outcome.ToString());
        return outcome;
    }

    /// <summary>Runs <c>./build.sh</c> and fails the test when it does not end with 0.</summary>
    public async Task<BuildOutcome> MustRunAsync(
        BuildCall call,
        CancellationToken cancellationToken
    )
    {
        var outcome = await RunAsync(call, cancellationToken);
        Assert.That(outcome.ExitCode, Is.Zero, outcome.ToString);
        return outcome;
    }

    /// <summary>Changes one file of the copy.</summary>
    public async Task EditAsync(
        string file,
        Func<string, string> change,
        CancellationToken cancellationToken
    )
    {
        var path = Root / file;
        var before = await File.ReadAllTextAsync(path, cancellationToken);
        var after = change(before);
        Assert.That(after, Is.Not.EqualTo(before), $"the edit of {file} changes nothing");
        await File.WriteAllTextAsync(path, after, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        var files = await Checkout.ListFilesAsync(cancellationToken);
        var copy = new Command("cp")
            .With(
                "--parents",
                "--no-dereference",
                "--preserve=mode",
                "--target-directory",
                Root.ToString(),
                "--"
            )
            .With([.. files.Select(file => (Argument)file)]);
        await Programs.Runner.RunAsync(
            copy with
            {
                WorkingDirectory = Checkout.Root,
            },
            null,
            cancellationToken
        );
        await GitAsync(["init", "--quiet", "--initial-branch=main"], cancellationToken);
    }
}
