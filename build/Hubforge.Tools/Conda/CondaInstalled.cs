using System.Text.Json.Serialization;

namespace Hubforge.Tools.Conda;

/// <summary>One line of <c>list --json</c>.</summary>
public sealed record CondaInstalled
{
    /// <summary>The package's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The package's version.</summary>
    public string Version { get; init; } = "";

    /// <summary>The build; <c>pypi_0</c> for what pip installed.</summary>
    [JsonPropertyName("build_string")]
    public string Build { get; init; } = "";

    /// <summary>The channel's address (2.x) or last part (1.x); <c>pypi</c> for what pip installed.</summary>
    public string Channel { get; init; } = "";

    /// <summary>The channel's address.</summary>
    [JsonPropertyName("base_url")]
    public string ChannelAddress { get; init; } = "";

    /// <summary>The subdir, such as <c>linux-64</c> or <c>noarch</c>.</summary>
    public string Platform { get; init; } = "";

    /// <summary>Where the file was; empty for pip packages and in 1.x.</summary>
    [JsonPropertyName("url")]
    public string Address { get; init; } = "";

    /// <summary>In hexadecimal; empty for pip packages and in 1.x.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Whether pip installed it.</summary>
    [JsonIgnore]
    public bool IsFromPip => Channel == "pypi";
}
