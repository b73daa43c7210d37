using System.Text.Json.Serialization;

namespace Hubforge.Tools.Pipdeptree;

/// <summary>A package, or a requirement of one, in the JSON of pipdeptree.</summary>
internal sealed record PipdeptreePackage
{
    [JsonPropertyName("package_name")]
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary><c>?</c> when it is not installed.</summary>
    [JsonPropertyName("installed_version")]
    public string Version
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Null or <c>Any</c> when any version will do.</summary>
    [JsonPropertyName("required_version")]
    public string? Required { get; init; }
}
