namespace Hubforge.Containers.Running;

/// <summary>Why waiting failed.</summary>
internal sealed record WaitError(string? Message);
