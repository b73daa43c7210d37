namespace Hubforge.Benchmarks.Processes;

/// <summary>Seconds of both sides of a pair.</summary>
internal sealed record PairResult(Pair Pair, Spread First, Spread Second)
{
    /// <summary>Second to first, round by round.</summary>
    public Spread Ratios { get; } =
        new([.. First.Values.Zip(Second.Values, (first, second) => second / first)]);
}
