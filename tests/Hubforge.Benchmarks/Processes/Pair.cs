using Hubforge.Processes;

namespace Hubforge.Benchmarks.Processes;

/// <summary>Two whole processes that are compared: run in turn, so that what else the machine does hits both.</summary>
/// <param name="Name">What is compared.</param>
/// <param name="First">What the other is measured by.</param>
/// <param name="Second">The other.</param>
internal sealed record Pair(string Name, Pair.Side First, Pair.Side Second)
{
    /// <summary>How often both run; each runs once more before, unmeasured.</summary>
    public int Rounds { get; init; } = 20;

    public async Task<PairResult> MeasureAsync(CancellationToken cancellationToken)
    {
        await First.RunAsync(cancellationToken);
        await Second.RunAsync(cancellationToken);
        var first = new double[Rounds];
        var second = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            first[round] = await First.RunAsync(cancellationToken);
            second[round] = await Second.RunAsync(cancellationToken);
        }

        return new PairResult(
            Name,
            new Measured(First.Label, new Spread(first)),
            new Measured(Second.Label, new Spread(second))
        );
    }

    /// <param name="Label">As it stands in the table.</param>
    /// <param name="Command">What is run.</param>
    internal sealed record Side(string Label, Command Command)
    {
        /// <summary>Runs it once and returns the seconds from start to exit.</summary>
        public async Task<double> RunAsync(CancellationToken cancellationToken) =>
            (await Pairs.Runner.RunAsync(Command, null, cancellationToken)).Duration.TotalSeconds;
    }
}
