namespace Hubforge.Containers.Running;

/// <summary>What starts a prepared program.</summary>
internal sealed record StartExecBody(bool Detach, bool Tty);
