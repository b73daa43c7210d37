using System.Text.Json.Serialization;

namespace Hubforge.Tools.Conda;

/// <summary>What <c>info --json</c> of mamba and micromamba answers.</summary>
public sealed record CondaInformation
{
    /// <summary>The version of the solver's library.</summary>
    [JsonPropertyName("libmamba version")]
    public string LibmambaVersion
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The root prefix.</summary>
    [JsonPropertyName("base environment")]
    public string RootPrefix
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The platform's subdir, such as <c>linux-64</c>.</summary>
    public string Platform
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The channels by default, each with its subdir.</summary>
    public IReadOnlyList<string> Channels
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Where packages are kept.</summary>
    [JsonPropertyName("package cache")]
    public IReadOnlyList<string> PackageCache
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What the solver takes the system to have, such as <c>__glibc=2.36=0</c>.</summary>
    [JsonPropertyName("virtual packages")]
    public IReadOnlyList<string> VirtualPackages
    {
        get;
        init => field = value ?? [];
    } = [];
}
