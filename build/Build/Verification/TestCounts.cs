using System.Globalization;

namespace Hubforge.Build.Verification;

/// <summary>How many tests passed, failed and were skipped.</summary>
internal sealed record TestCounts(int Passed, int Failed, int Skipped)
{
    public static TestCounts None { get; } = new(0, 0, 0);

    public static TestCounts operator +(TestCounts left, TestCounts right) =>
        new(left.Passed + right.Passed, left.Failed + right.Failed, left.Skipped + right.Skipped);

    /// <summary>Returns <c>N passed, N failed</c>, and <c>, N skipped</c> where there are any.</summary>
    public override string ToString()
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{Passed} passed, {Failed} failed");
        return Skipped == 0
            ? text
            : text + string.Create(CultureInfo.InvariantCulture, $", {Skipped} skipped");
    }
}
