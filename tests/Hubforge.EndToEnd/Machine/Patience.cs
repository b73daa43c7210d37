using System.Diagnostics;

namespace Hubforge.EndToEnd.Machine;

/// <summary>Waits for something that another process does.</summary>
internal static class Patience
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks until the answer is yes.</summary>
    /// <exception cref="TimeoutException">It never was within <paramref name="limit"/>.</exception>
    public static async Task WaitAsync(
        string what,
        TimeSpan limit,
        Func<CancellationToken, Task<bool>> condition,
        CancellationToken cancellationToken
    )
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition(cancellationToken))
        {
            if (Stopwatch.GetElapsedTime(started) > limit)
            {
                throw new TimeoutException($"Waited {limit.TotalSeconds} s in vain: {what}");
            }

            await Task.Delay(s_interval, cancellationToken);
        }
    }
}
