namespace Hubforge.Containers.Running;

/// <summary>Something that is seen inside a container.</summary>
public sealed record ContainerMount
{
    private ContainerMount(string type, string? source, string target) =>
        (Type, Source, Target) = (type, source, target);

    /// <summary><c>bind</c>, <c>volume</c> or <c>tmpfs</c>.</summary>
    public string Type { get; }

    /// <summary>Folder of the engine's machine, or name of the volume; null for tmpfs.</summary>
    public string? Source { get; }

    /// <summary>Absolute path inside the container.</summary>
    public string Target { get; }

    /// <summary>Whether the container may only read it.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>A folder of the engine's machine, which a remote engine does not share with this one.</summary>
    public static ContainerMount OfFolder(string source, string target) =>
        new("bind", source, target);

    /// <summary>A named volume; it is made when it is missing.</summary>
    public static ContainerMount OfVolume(string name, string target) =>
        new("volume", name, target);

    /// <summary>Memory that is gone with the container.</summary>
    public static ContainerMount OfMemory(string target) => new("tmpfs", null, target);
}
