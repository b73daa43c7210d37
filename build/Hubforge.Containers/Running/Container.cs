using System.Text.Json.Serialization;

namespace Hubforge.Containers.Running;

/// <summary>A container as it is now. Equivalent: <c>docker inspect</c>.</summary>
public sealed record Container
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name, with a slash in front.</summary>
    public string Name { get; init; } = "";

    /// <summary>Id of its image.</summary>
    public string Image { get; init; } = "";

    /// <summary>Whether it runs, and how it ended.</summary>
    public required ContainerState State { get; init; }

    /// <summary>What it was made with.</summary>
    public ContainerSettings Config
    {
        get;
        init => field = value ?? new ContainerSettings();
    } = new();

    /// <summary>Its address and published ports.</summary>
    [JsonPropertyName("NetworkSettings")]
    public ContainerNetwork Network
    {
        get;
        init => field = value ?? new ContainerNetwork();
    } = new();

    /// <summary>Where its published ports are reached, by <c>port/tcp</c>.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, IReadOnlyList<PortBinding>?> Ports => Network.Ports;
}
