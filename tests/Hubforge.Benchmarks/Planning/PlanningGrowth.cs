using Hubforge.Automation.Planning;
using Hubforge.Benchmarks.Processes;

namespace Hubforge.Benchmarks.Planning;

/// <summary>
/// Planning 10,000 targets against planning 1,000, in one process and in turn: at most 15 times. Processor time counts, of the collector too: it is
/// the same whatever else the machine does.
/// </summary>
internal static class PlanningGrowth
{
    private const int Rounds = 40;
    private const int Warmups = 20;

    // The clock of the processor is too coarse for one small plan.
    private const int SmallPlans = 10;

    public static PairResult Measure()
    {
        var small = LayeredTargets.Request(1_000);
        var large = LayeredTargets.Request(10_000);
        var first = new double[Rounds];
        var second = new double[Rounds];
        for (var round = -Warmups; round < Rounds; round++)
        {
            var one = Seconds(small, SmallPlans) / SmallPlans;
            var other = Seconds(large, 1);
            if (round >= 0)
            {
                (first[round], second[round]) = (one, other);
            }
        }

        return new PairResult(
            "Planning, processor time",
            new Measured("1,000 targets", new Spread(first)),
            new Measured("10,000 targets", new Spread(second))
        );
    }

    private static double Seconds(PlanRequest request, int times)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < times; i++)
        {
            _ = Planner.Create(request);
        }

        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}
