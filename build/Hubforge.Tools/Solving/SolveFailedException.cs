using Hubforge.Primitives;

namespace Hubforge.Tools.Solving;

/// <summary>A package tool could not solve or install an environment, and said why.</summary>
public sealed class SolveFailedException(string environment, SolveFailure failure)
    : HubforgeException(failure.Describe().With("in", environment).Try(failure.Advise(environment)))
{
    /// <summary>What was understood of the tool's output.</summary>
    public SolveFailure Failure { get; } = failure;
}
