namespace Hubforge.Benchmarks.Processes;

/// <summary>Several values of one thing.</summary>
internal sealed record Spread(IReadOnlyList<double> Values)
{
    public int Count => Values.Count;

    public double Min => Values.Min();

    public double Max => Values.Max();

    public double Median
    {
        get
        {
            var sorted = Values.Order().ToArray();
            var middle = sorted.Length / 2;
            return sorted.Length % 2 == 1
                ? sorted[middle]
                : (sorted[middle - 1] + sorted[middle]) / 2;
        }
    }
}
