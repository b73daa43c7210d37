namespace Hubforge.Containers.Engine;

/// <summary>What <c>docker version</c> tells about the engine.</summary>
public sealed record EngineVersion
{
    /// <summary>The engine's own version, such as 20.10.24.</summary>
    public required string Version { get; init; }

    /// <summary>The newest API it speaks.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>Operating system of its containers: <c>linux</c> or <c>windows</c>.</summary>
    public string Os { get; init; } = "";

    /// <summary>Processor in Go's words: <c>amd64</c>, <c>arm64</c>.</summary>
    public string Arch { get; init; } = "";
}
