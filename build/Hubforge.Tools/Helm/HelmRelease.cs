using System.Text.Json.Serialization;

namespace Hubforge.Tools.Helm;

/// <summary>A release that is installed in a cluster.</summary>
public sealed record HelmRelease
{
    /// <summary>The release's name.</summary>
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Where it is installed.</summary>
    public string Namespace
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Counts its upgrades, from 1.</summary>
    [JsonPropertyName("version")]
    public int Revision { get; init; }

    /// <summary>What helm says of it.</summary>
    [JsonInclude]
    internal HelmReleaseState Info
    {
        get;
        init => field = value ?? new();
    } = new();

    /// <summary>Such as <c>deployed</c>, <c>failed</c> or <c>pending-upgrade</c>.</summary>
    [JsonIgnore]
    public string Status => Info.Status;
}
