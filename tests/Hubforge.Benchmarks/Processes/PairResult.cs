namespace Hubforge.Benchmarks.Processes;

/// <summary>Two things that were measured in turn.</summary>
/// <param name="Name">What is compared.</param>
/// <param name="First">What the other is measured by.</param>
/// <param name="Second">The other.</param>
internal sealed record PairResult(string Name, Measured First, Measured Second)
{
    /// <summary>Second to first, round by round.</summary>
    public Spread Ratios { get; } =
        new([
            .. First.Seconds.Values.Zip(Second.Seconds.Values, (first, second) => second / first),
        ]);
}
