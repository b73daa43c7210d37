using System.Collections.Immutable;
using Hubforge.Primitives;

namespace Hubforge.Missions.Locks;

/// <summary>The lock of one environment for one platform.</summary>
/// <param name="Folder">Where it is.</param>
/// <param name="Environment">The environment.</param>
public sealed record EnvironmentLock(AbsolutePath Folder, string Environment)
{
    /// <summary>Every package that it fixes, by ecosystem and name.</summary>
    public required ImmutableArray<LockedPackage> Packages { get; init; }

    /// <summary>From what it was solved; null when <c>lock.json</c> is missing or unreadable.</summary>
    public required LockManifest? Manifest { get; init; }

    /// <summary>Digest of its content, the same wherever the same lock is.</summary>
    public required string Digest { get; init; }
}
