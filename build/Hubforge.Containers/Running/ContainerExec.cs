using System.Collections.Immutable;
using Hubforge.Processes;

namespace Hubforge.Containers.Running;

/// <summary>A program to be run in a running container. Equivalent: <c>docker exec</c>.</summary>
public sealed record ContainerExec(ImmutableArray<Argument> Command)
{
    /// <summary>Variables added to those of the container.</summary>
    public ImmutableSortedDictionary<string, Argument> Environment { get; init; } =
        ImmutableSortedDictionary<string, Argument>.Empty;

    /// <summary>User as name or id, with an optional <c>:group</c>; that of the container when null.</summary>
    public string? User { get; init; }

    /// <summary>Folder that the program starts in; that of the container when null.</summary>
    public string? WorkingDirectory { get; init; }

    internal CreateExecBody ToBody() =>
        new()
        {
            Cmd = [.. Command.Select(argument => argument.Reveal())],
            Env = [.. Environment.Select(pair => $"{pair.Key}={pair.Value.Reveal()}")],
            User = User,
            WorkingDir = WorkingDirectory,
        };
}
