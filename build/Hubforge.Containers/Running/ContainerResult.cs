namespace Hubforge.Containers.Running;

/// <summary>How a container's run ended.</summary>
/// <param name="ExitCode">Exit code of its program; 137 when it was killed.</param>
/// <param name="OutOfMemory">Whether it was killed because its memory was used up.</param>
/// <param name="Duration">From start to end.</param>
public sealed record ContainerResult(int ExitCode, bool OutOfMemory, TimeSpan Duration);
