using BenchmarkDotNet.Attributes;
using Hubforge.Automation;
using Hubforge.Automation.Planning;
using Hubforge.Automation.Targets;

namespace Hubforge.Benchmarks.Planning;

/// <summary>Planning many targets in layers of ten, each depending on the whole layer before: ten times the targets should take about ten times as long.</summary>
[InProcess]
[MemoryDiagnoser]
public class PlanningBenchmarks
{
    private const int Width = 10;

    private PlanRequest _request = null!;

    [Params(1_000, 10_000)]
    public int Targets { get; set; }

    [GlobalSetup]
    public void MakeTargets()
    {
        var build = new NoBuild();
        var targets = Enumerable
            .Range(0, Targets)
            .Select(index => new TargetModel($"T{index}", new TargetSpecification(build, null))
            {
                Order = index,
            })
            .ToArray();
        for (var index = Width; index < Targets; index++)
        {
            var layer = index / Width * Width;
            targets[index].Dependencies.AddRange(targets[(layer - Width)..layer]);
        }

        _request = new PlanRequest(targets[^Width..], null);
    }

    [Benchmark]
    public object Plan() => Planner.Create(_request);

    private sealed class NoBuild : HubforgeBuild;
}
