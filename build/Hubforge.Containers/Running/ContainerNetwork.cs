using System.Text.Json.Serialization;

namespace Hubforge.Containers.Running;

/// <summary>How a container is reached.</summary>
public sealed record ContainerNetwork
{
    /// <summary>Its address on the default bridge; empty elsewhere.</summary>
    [JsonPropertyName("IPAddress")]
    public string Address { get; init; } = "";

    /// <summary>Published ports by <c>port/tcp</c>; null for one that is only exposed.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<PortBinding>?> Ports
    {
        get;
        init => field = value ?? new Dictionary<string, IReadOnlyList<PortBinding>?>();
    } = new Dictionary<string, IReadOnlyList<PortBinding>?>();
}
