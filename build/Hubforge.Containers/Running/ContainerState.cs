using System.Text.Json.Serialization;

namespace Hubforge.Containers.Running;

/// <summary>Whether a container runs, and how it ended.</summary>
public sealed record ContainerState
{
    /// <summary><c>created</c>, <c>running</c>, <c>exited</c>, ...</summary>
    public string Status { get; init; } = "";

    /// <summary>Whether it runs.</summary>
    public bool Running { get; init; }

    /// <summary>Exit code of its program; 0 while it runs.</summary>
    public int ExitCode { get; init; }

    /// <summary>Whether it was ended because its memory was used up.</summary>
    [JsonPropertyName("OOMKilled")]
    public bool OutOfMemory { get; init; }

    /// <summary>Why it did not start; empty when it did.</summary>
    public string Error { get; init; } = "";
}
