namespace Hubforge.Containers.Running;

/// <summary>Address and port on the engine's machine.</summary>
public sealed record PortBinding(string HostIp, string HostPort);
