using System.Collections.Immutable;
using Hubforge.Processes;

namespace Hubforge.Tools.Git;

/// <summary>Arguments of <c>git commit</c> for some files, whatever else is staged.</summary>
/// <param name="Message">What the commit says.</param>
/// <param name="Paths">The files to commit, relative to the repository's folder.</param>
public sealed record GitCommit(string Message, ImmutableArray<string> Paths)
{
    internal Command ToAdd(Command git) => git.With("add", "--").With(PathArguments);

    internal Command ToCommit(Command git) =>
        git.With("commit", "--quiet", "--message", Message, "--").With(PathArguments);

    private Argument[] PathArguments => [.. Paths.Select(path => (Argument)path)];
}
