namespace Hubforge.Containers.Engine;

/// <summary>A tunnel did not open; the message is the reason that stands in the list of rejected candidates.</summary>
public sealed class SshTunnelException(string message) : Exception(message);
