using System.Collections.Immutable;

namespace Hubforge.Containers.Running;

/// <summary>One run of a container from its making to its removal. Equivalent: <c>docker run --rm</c> with <c>docker cp</c> before and after.</summary>
/// <param name="Spec">The container.</param>
public sealed record ContainerRun(ContainerSpec Spec)
{
    /// <summary>What is copied in before the start.</summary>
    public ImmutableArray<ContainerCopy> Inputs { get; init; } = [];

    /// <summary>What is copied out after the end, whatever the exit code; what is not there is passed over.</summary>
    public ImmutableArray<ContainerCopy> Outputs { get; init; } = [];

    /// <summary>How long it may run; for ever when null.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How long it may take to end by itself when it is cancelled or its time is up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);
}
