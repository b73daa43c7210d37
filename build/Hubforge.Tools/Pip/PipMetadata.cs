using System.Text.Json.Serialization;

namespace Hubforge.Tools.Pip;

/// <summary>What a package says of itself.</summary>
public sealed record PipMetadata
{
    /// <summary>The name as its author writes it.</summary>
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The package's version.</summary>
    public string Version
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Requirements with their markers, such as <c>skyplot (&gt;=1.0) ; extra == 'plot'</c>.</summary>
    [JsonPropertyName("requires_dist")]
    public IReadOnlyList<string> Requires
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Such as <c>&gt;=3.8</c>; null when any Python will do.</summary>
    [JsonPropertyName("requires_python")]
    public string? RequiresPython { get; init; }
}
