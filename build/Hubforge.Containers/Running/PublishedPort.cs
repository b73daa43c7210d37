namespace Hubforge.Containers.Running;

/// <summary>A TCP port of a container that is reached through the engine's machine. Equivalent: <c>docker run --publish</c>.</summary>
/// <param name="Port">The port inside the container.</param>
public sealed record PublishedPort(int Port)
{
    /// <summary>Address on the engine's machine.</summary>
    public string HostAddress { get; init; } = "127.0.0.1";

    /// <summary>Port on the engine's machine; a free one when null (read it from <see cref="Container.Ports"/>).</summary>
    public int? HostPort { get; init; }
}
