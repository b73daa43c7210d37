using System.Collections.Immutable;
using Hubforge.Primitives;

namespace Hubforge.Missions.Locks;

/// <summary>How a lock stands to the specs as they are now.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Platform">The platform.</param>
public sealed record LockState(string Environment, string Platform)
{
    /// <summary>The lock; null when there is none.</summary>
    public EnvironmentLock? Lock { get; init; }

    /// <summary>What changed since it was solved.</summary>
    public ImmutableArray<InputChange> Changes { get; init; } = [];

    /// <summary>Why it cannot be trusted.</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];

    /// <summary>Whether the lock is there, whole, and solved from the specs as they are.</summary>
    public bool IsCurrent =>
        Lock is not null
        && Changes.IsEmpty
        && Problems.All(problem => problem.Severity != Severity.Error);
}
