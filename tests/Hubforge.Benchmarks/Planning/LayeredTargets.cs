using Hubforge.Automation;
using Hubforge.Automation.Planning;
using Hubforge.Automation.Targets;

namespace Hubforge.Benchmarks.Planning;

/// <summary>Targets in layers of ten, each depending on the whole layer before.</summary>
internal static class LayeredTargets
{
    private const int Width = 10;

    /// <summary>Returns the request for the last layer, and so for all.</summary>
    public static PlanRequest Request(int count)
    {
        var build = new NoBuild();
        var targets = Enumerable
            .Range(0, count)
            .Select(index => new TargetModel($"T{index}", new TargetSpecification(build, null))
            {
                Order = index,
            })
            .ToArray();
        for (var index = Width; index < count; index++)
        {
            var layer = index / Width * Width;
            targets[index].Dependencies.AddRange(targets[(layer - Width)..layer]);
        }

        return new PlanRequest(targets[^Width..], null);
    }

    private sealed class NoBuild : HubforgeBuild;
}
