using System.Collections.Immutable;
using Hubforge.Containers.Running;

namespace Hubforge.Missions.Solving;

/// <summary>One script in a throw-away container.</summary>
/// <param name="Order">For which environment.</param>
/// <param name="BaseImage">Name or id of the image.</param>
/// <param name="Script">A shell script; <c>$1</c> is the environment.</param>
internal sealed record SandboxRun(SolveOrder Order, string BaseImage, string Script)
{
    /// <summary>What is copied out afterwards.</summary>
    public ImmutableArray<ContainerCopy> Outputs { get; init; } = [];
}
