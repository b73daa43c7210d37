using System.Text.Json.Serialization;

namespace Hubforge.Tools.Conda;

/// <summary>One line of <c>list --json</c>.</summary>
public sealed record CondaInstalled
{
    /// <summary>The package's name.</summary>
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

    /// <summary>The build; <c>pypi_0</c> for what pip installed.</summary>
    [JsonPropertyName("build_string")]
    public string Build
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The channel's address (2.x) or last part (1.x); <c>pypi</c> for what pip installed.</summary>
    public string Channel
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The channel's address.</summary>
    [JsonPropertyName("base_url")]
    public string ChannelAddress
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The subdir, such as <c>linux-64</c> or <c>noarch</c>.</summary>
    public string Platform
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Where the file was; empty for pip packages and in 1.x.</summary>
    [JsonPropertyName("url")]
    public string Address
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>In hexadecimal; empty for pip packages and in 1.x.</summary>
    public string Sha256
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Whether pip installed it.</summary>
    [JsonIgnore]
    public bool IsFromPip => Channel == "pypi";
}
