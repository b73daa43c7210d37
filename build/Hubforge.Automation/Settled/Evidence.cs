using System.Collections.Immutable;
using Hubforge.Primitives;

namespace Hubforge.Automation;

/// <summary>What a run has looked at, beside its program, command line and environment variables: while all of it is as it was, the same run has nothing to do.</summary>
public sealed record Evidence
{
    /// <summary>Files, and folders with everything below them. One that is not there counts as such.</summary>
    public required ImmutableArray<AbsolutePath> Paths { get; init; }

    /// <summary>What was asked of services of this machine.</summary>
    public ImmutableArray<ServiceQuestion> Questions { get; init; } = [];
}
