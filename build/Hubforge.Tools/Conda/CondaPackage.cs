using System.Text.Json.Serialization;

namespace Hubforge.Tools.Conda;

/// <summary>A package as solves, searches, <c>list --json</c> and <c>conda-meta/*.json</c> describe it, each as far as it does.</summary>
public sealed record CondaPackage
{
    // The generated reader gives null for what is absent, and micromamba 1.5 prints null for empty lists.

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

    /// <summary>The build, such as <c>py311h8e6699e_0</c>.</summary>
    [JsonPropertyName("build_string")]
    public string Build
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The channel's address; <c>pypi</c> for what pip installed. Removed packages, and every package of micromamba 1.x, have the subdir after it; search leaves it empty, and <c>list</c> of 1.x has its last part alone.</summary>
    public string Channel
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>The platform's folder, such as <c>linux-64</c> or <c>noarch</c>.</summary>
    public string Subdir
    {
        get;
        init => field = value ?? "";
    } = "";

    // What `list` calls the subdir; it stands after it because the generated reader sets absent ones too.
    [JsonInclude, JsonPropertyName("platform")]
    internal string? Platform
    {
        get => null;
        init => Subdir = value ?? Subdir;
    }

    /// <summary>The file's name.</summary>
    [JsonPropertyName("fn")]
    public string FileName
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Where the file is.</summary>
    [JsonPropertyName("url")]
    public string Address
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>In hexadecimal; empty when unknown.</summary>
    public string Md5
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>In hexadecimal; empty when unknown, as after an explicit install by MD5.</summary>
    public string Sha256
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>In bytes; 0 when unknown.</summary>
    public long Size { get; init; }

    /// <summary>Match specs that must be there too. Empty for explicit installs, which is not to say that there are none.</summary>
    public IReadOnlyList<string> Depends
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Match specs that must hold where the package is there at all.</summary>
    public IReadOnlyList<string> Constrains
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Whether pip installed it.</summary>
    [JsonIgnore]
    public bool IsFromPip => Channel == "pypi";

    /// <summary>The channel's address without a subdir, whichever version wrote it.</summary>
    [JsonIgnore]
    public string ChannelAddress =>
        Subdir.Length > 0 && Channel.EndsWith("/" + Subdir, StringComparison.Ordinal)
            ? Channel[..^(Subdir.Length + 1)]
            : Channel;
}
