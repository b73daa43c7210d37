namespace Hubforge.Containers.Running;

/// <summary>What prepares a program in a running container.</summary>
internal sealed record CreateExecBody
{
    public required IReadOnlyList<string> Cmd { get; init; }

    public required IReadOnlyList<string> Env { get; init; }

    public string? User { get; init; }

    public string? WorkingDir { get; init; }

    public bool AttachStdout { get; init; } = true;

    public bool AttachStderr { get; init; } = true;
}
