using System.Text.Json.Serialization;

namespace Hubforge.Containers.Engine;

/// <summary>What <c>docker system info</c> tells, as far as it matters here.</summary>
public sealed record EngineDetails
{
    /// <summary>Name of the machine the engine runs on.</summary>
    public string Name { get; init; } = "";

    /// <summary>Operating system, in words.</summary>
    public string OperatingSystem { get; init; } = "";

    /// <summary>Storage driver: <c>overlay2</c>, <c>vfs</c>.</summary>
    public string Driver { get; init; } = "";

    /// <summary>Folder with images and containers on the engine's machine.</summary>
    public string DockerRootDir { get; init; } = "";

    /// <summary>Processors that containers may use.</summary>
    [JsonPropertyName("NCPU")]
    public int Processors { get; init; }

    /// <summary>Memory of the machine in bytes.</summary>
    [JsonPropertyName("MemTotal")]
    public long Memory { get; init; }
}
