namespace Hubforge.Containers.Running;

/// <summary>What waiting for a container answers.</summary>
internal sealed record WaitReply(int StatusCode, WaitError? Error);
