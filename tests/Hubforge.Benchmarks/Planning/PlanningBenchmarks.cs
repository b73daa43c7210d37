using BenchmarkDotNet.Attributes;
using Hubforge.Automation.Planning;

namespace Hubforge.Benchmarks.Planning;

/// <summary>Planning many targets, each size by itself; <see cref="PlanningGrowth"/> compares the two.</summary>
[InProcess]
[MemoryDiagnoser]
public class PlanningBenchmarks
{
    private PlanRequest _request = null!;

    [Params(1_000, 10_000)]
    public int Targets { get; set; }

    [GlobalSetup]
    public void MakeTargets() => _request = LayeredTargets.Request(Targets);

    [Benchmark]
    public object Plan() => Planner.Create(_request);
}
