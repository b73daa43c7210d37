using Hubforge.Automation.Hosts;
using Hubforge.Primitives;

namespace Hubforge.Automation;

/// <summary>Where the build runs: a terminal, or a CI system with commands of its own in the output.</summary>
public abstract class Host
{
    /// <summary>The name that <c>--host</c> takes.</summary>
    public abstract string Name { get; }

    /// <summary>Whether nobody watches: no questions, no live view.</summary>
    public virtual bool IsServer => true;

    /// <summary>Whether the host folds output: then a node's lines are held back and printed in one piece when it ends.</summary>
    public virtual bool HasGroups => false;

    /// <summary>Whether the host shows ANSI colours although it is no terminal.</summary>
    public virtual bool HasColors => false;

    /// <summary>Returns the line that opens a foldable group; null where <see cref="HasGroups"/> is false.</summary>
    public virtual string? OpenGroup(string title) => null;

    /// <summary>Returns the line that closes the group.</summary>
    public virtual string? CloseGroup(string title) => null;

    /// <summary>Returns the line that makes the host show <paramref name="problem"/> beside its file; null when it cannot.</summary>
    /// <param name="problem">Warning or error, with file and line where it has them.</param>
    /// <param name="root">Root of the repository, from which the host counts paths.</param>
    public virtual string? Annotate(Problem problem, AbsolutePath root) => null;

    /// <summary>Returns the line that makes the host hide <paramref name="value"/> from now on; null when it cannot.</summary>
    public virtual string? Mask(string value) => null;

    /// <summary>What targets want to see on the host's page of the run, beyond the outcome of each node.</summary>
    public SummarySink Summary { get; } = new();

    /// <summary>
    /// Hands a value to the jobs after this one. Where the host has no place for it, it is added to the file <c>outputs</c> in
    /// <paramref name="folder"/> as a line <c>name=value</c>.
    /// </summary>
    public virtual Task SetOutputAsync(
        HostOutput output,
        AbsolutePath folder,
        CancellationToken cancellationToken
    )
    {
        Directory.CreateDirectory(folder);
        return File.AppendAllTextAsync(folder / "outputs", $"{output}\n", cancellationToken);
    }

    /// <summary>Is told how the run went, to leave a summary on the host's page. Called once, after the last node.</summary>
    public virtual Task SummariseAsync(RunRecord run, CancellationToken cancellationToken) =>
        Task.CompletedTask;
}
