using Hubforge.Processes;

namespace Hubforge.Testing;

/// <summary>What a <see cref="RecordingProcessRunner"/> lets a program do.</summary>
public sealed record ScriptedRun(int ExitCode = 0, string Output = "", string Error = "")
{
    /// <summary>Done before the program ends; it may also wait for the token, as a long program would.</summary>
    public Func<Command, CancellationToken, Task>? Act { get; init; }
}
