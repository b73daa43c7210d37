using System.Collections.Immutable;
using Hubforge.Primitives;

namespace Hubforge.Missions.Images;

/// <summary>How images are built and environments solved, beyond what a mission says.</summary>
public sealed record BuildOptions
{
    /// <summary>The earliest time that a zip archive, and so a wheel, can hold.</summary>
    public const long DefaultEpoch = 315_532_800;

    /// <summary>Mirrors and the like (<c>PIP_INDEX_URL</c>, <c>APT_MIRROR</c>, ...): build arguments where a Dockerfile declares them, and variables of solves.</summary>
    public ImmutableSortedDictionary<string, string> Variables { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Logins of hosts that packages come from. Solves have them in <c>/root/.netrc</c>, build steps where they mount the secret <c>netrc</c>; no image, history or fingerprint holds them.</summary>
    public ImmutableArray<HostLogin> Logins { get; init; } = [];

    /// <summary>Network of builds and solves: <c>default</c>, <c>host</c> or <c>none</c>; the engine's default when null.</summary>
    public string? Network { get; init; }

    /// <summary>More names for <c>/etc/hosts</c> in builds and solves, as <c>name:address</c>.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>The tag of the mission's image.</summary>
    public string Tag { get; init; } = "latest";

    /// <summary>The commit that is built, for the labels; not part of any fingerprint.</summary>
    public string? Revision { get; init; }

    /// <summary>The time of that commit, for the labels; not part of any fingerprint.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>
    /// <c>SOURCE_DATE_EPOCH</c> of builds and solves, in seconds since 1970. It is an argument of nearly every step, so one that moves with each
    /// commit would leave nothing cached.
    /// </summary>
    public long SourceDateEpoch { get; init; } = DefaultEpoch;

    /// <summary>Whether drift from a lock, and a lock older than its specs, are errors and not warnings.</summary>
    public bool StrictLocks { get; init; }

    /// <summary>Whether every build step runs again.</summary>
    public bool NoCache { get; init; }
}
