using Hubforge.Primitives;

namespace Hubforge.Processes;

/// <summary>A program is not where it was looked for.</summary>
public sealed class ProgramNotFoundException(
    string program,
    IEnumerable<string> searched,
    string? hint = null
)
    : HubforgeException(
        new FailureText($"The program '{program}' was not found.")
            .With("searched", searched)
            .Try(hint ?? $"install {program}, or put its folder on PATH")
    )
{
    /// <summary>The program as it was asked for.</summary>
    public string Program { get; } = program;
}
