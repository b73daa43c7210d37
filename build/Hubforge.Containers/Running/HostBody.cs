namespace Hubforge.Containers.Running;

/// <summary>The part of a container's making that concerns the engine's machine.</summary>
internal sealed record HostBody
{
    public bool Init { get; init; }

    public long? Memory { get; init; }

    public long? ShmSize { get; init; }

    public string? NetworkMode { get; init; }

    public IReadOnlyList<string>? ExtraHosts { get; init; }

    public IReadOnlyList<string>? SecurityOpt { get; init; }

    public IReadOnlyList<MountBody>? Mounts { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<PortBinding>>? PortBindings { get; init; }
}
