using System.Collections.Immutable;
using System.Globalization;
using Hubforge.Primitives;
using Hubforge.Processes;
using Hubforge.Tools.Replies;

namespace Hubforge.Tools.Git;

/// <summary>git in one folder. It works whoever owns the folder, and never changes the configuration of the user or the machine.</summary>
public sealed class Git(IProcessRunner processes, AbsolutePath directory)
{
    private const int NotARepository = 128;

    /// <summary>Returns the checked-out commit; null outside a repository and before the first commit.</summary>
    public async Task<Commit?> FindHeadAsync(CancellationToken cancellationToken)
    {
        var lines = await FindLinesAsync(
            Base().With("log", "-1", "--format=%H%n%cI%n%s"),
            cancellationToken
        );
        return lines is [var id, var time, var subject, ..] && CommitId.Find(id) is { } commit
            ? new Commit(commit, DateTimeOffset.Parse(time, CultureInfo.InvariantCulture), subject)
            : null;
    }

    /// <summary>Returns the name of the checked-out branch; null outside a repository and when none is checked out.</summary>
    public async Task<string?> FindBranchAsync(CancellationToken cancellationToken) =>
        (
            await FindLinesAsync(
                Base().With("symbolic-ref", "--quiet", "--short", "HEAD"),
                cancellationToken
            )
        ).FirstOrDefault(line => line.Length > 0);

    /// <summary>Returns the address of a remote without credentials; null when there is no such remote.</summary>
    public async Task<string?> FindRemoteAsync(string remote, CancellationToken cancellationToken)
    {
        var lines = await FindLinesAsync(
            Base().With("remote", "get-url", GivenValue.Plain("git", remote)),
            cancellationToken
        );
        return lines.FirstOrDefault(line => line.Length > 0) is { } address
            ? GitAddress.WithoutCredentials(address)
            : null;
    }

    /// <summary>Returns every file that differs from the last commit, unknown ones too, ignored ones not. None means that the tree is clean.</summary>
    public async Task<ImmutableArray<GitChange>> ListChangesAsync(
        CancellationToken cancellationToken
    )
    {
        var output = await processes.ReadAsync(
            Base().With("status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all"),
            cancellationToken
        );
        return [.. Entries(output).Select(entry => new GitChange(entry[..2], entry[3..]))];
    }

    /// <summary>Returns the files that differ between the working tree and the point where it left <paramref name="reference"/>.</summary>
    /// <param name="reference">A branch, tag or commit, such as <c>origin/main</c>.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public async Task<ImmutableArray<string>> ListChangedFilesAsync(
        string reference,
        CancellationToken cancellationToken
    ) =>
        [
            .. Entries(
                await processes.ReadAsync(
                    Base()
                        .With("diff", "--name-only", "-z", "--no-renames", "--merge-base")
                        .With(GivenValue.Plain("git", reference), "--"),
                    cancellationToken
                )
            ),
        ];

    /// <summary>Clones a repository; the folder of this instance does not matter when the clone's is absolute.</summary>
    public Task CloneAsync(GitClone request, CancellationToken cancellationToken) =>
        processes.RunAsync(request.AddTo(Base()), null, cancellationToken);

    /// <summary>Stages and commits the files of the request; returns false when none of them changed.</summary>
    public async Task<bool> CommitAsync(GitCommit request, CancellationToken cancellationToken)
    {
        await processes.RunAsync(request.ToAdd(Base()), null, cancellationToken);
        var staged = Base()
            .With("diff", "--cached", "--quiet", "--")
            .With([.. request.Paths.Select(path => (Argument)path)]);
        var difference = await processes.RunAsync(
            staged with
            {
                AcceptedExitCodes = [0, 1],
            },
            null,
            cancellationToken
        );
        if (difference.ExitCode == 0)
        {
            return false;
        }

        await processes.RunAsync(request.ToCommit(Base()), null, cancellationToken);
        return true;
    }

    /// <summary>Pushes the checked-out branch to the branch of the same name.</summary>
    public Task PushAsync(string remote, CancellationToken cancellationToken) =>
        processes.RunAsync(
            Base().With("push", "--quiet", GivenValue.Plain("git", remote), "HEAD"),
            null,
            cancellationToken
        );

    // In containers and under sudo the folder belongs to somebody else; that is allowed for this one command. A repository of somebody else
    // must not make git run its programs, so fsmonitor is off.
    private Command Base() =>
        new Command("git")
            .With("-C", directory.ToString())
            .With(
                "-c",
                "safe.directory=*",
                "-c",
                "core.fsmonitor=false",
                "-c",
                "core.quotePath=false"
            )
            .WithVariable("GIT_TERMINAL_PROMPT", "0")
            .WithVariable("GIT_OPTIONAL_LOCKS", "0")
            .WithVariable("LC_ALL", "C");

    private async Task<ImmutableArray<string>> FindLinesAsync(
        Command command,
        CancellationToken cancellationToken
    )
    {
        var result = await processes.RunAsync(
            command with
            {
                AcceptedExitCodes = [0, 1, 2, NotARepository],
            },
            null,
            cancellationToken
        );
        return result.ExitCode == 0 ? result.OutputLines : [];
    }

    private static string[] Entries(string output) =>
        output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
}
