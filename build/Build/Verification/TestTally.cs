namespace Hubforge.Build.Verification;

/// <summary>Adds up the counts of test runs that end side by side.</summary>
internal sealed class TestTally
{
    private readonly Lock _lock = new();
    private TestCounts? _counts;

    /// <summary>The sum; null when nothing was counted.</summary>
    public TestCounts? Counts
    {
        get
        {
            lock (_lock)
            {
                return _counts;
            }
        }
    }

    public void Add(TestCounts counts)
    {
        lock (_lock)
        {
            _counts = (_counts ?? TestCounts.None) + counts;
        }
    }
}
