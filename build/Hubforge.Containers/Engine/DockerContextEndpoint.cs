namespace Hubforge.Containers.Engine;

/// <summary>Where the engine of a context listens.</summary>
internal sealed record DockerContextEndpoint(string? Host);
