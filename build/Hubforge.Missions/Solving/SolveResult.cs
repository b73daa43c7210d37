using Hubforge.Missions.Locks;

namespace Hubforge.Missions.Solving;

/// <summary>What became of an order to solve.</summary>
/// <param name="Lock">The lock, new or as it was.</param>
/// <param name="Diff">What moved; null when nothing had to be solved.</param>
public sealed record SolveResult(EnvironmentLock Lock, LockDiff? Diff)
{
    /// <summary>Whether the lock was current, so that no container was started.</summary>
    public bool WasCurrent => Diff is null;
}
