using System.Collections.Concurrent;
using Hubforge.Processes;

namespace Hubforge.EndToEnd.Machine;

/// <summary>A server that runs beside the test and is ended with it.</summary>
internal sealed class BackgroundProgram : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Task<CommandResult> _run;

    public BackgroundProgram(Command command) =>
        _run = Programs.Runner.RunAsync(
            command with
            {
                AcceptedExitCodes = [.. Enumerable.Range(0, 256)],
            },
            line => _lines.Enqueue(line.Text),
            _end.Token
        );

    /// <summary>Waits until <paramref name="isReady"/> says so.</summary>
    /// <exception cref="InvalidOperationException">The program ended instead, or was not ready in time; its last lines are in the message.</exception>
    public async Task WaitUntilAsync(
        Func<CancellationToken, Task<bool>> isReady,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await Patience.WaitAsync(
                "the program is ready",
                TimeSpan.FromSeconds(60),
                async token => _run.IsCompleted || await isReady(token),
                cancellationToken
            );
        }
        catch (TimeoutException timeout)
        {
            throw new InvalidOperationException(timeout.Message + "\n" + LastLines(), timeout);
        }

        if (_run.IsCompleted)
        {
            throw new InvalidOperationException("The program ended.\n" + LastLines());
        }
    }

    /// <summary>The last lines it printed.</summary>
    public string LastLines() => string.Join('\n', _lines.TakeLast(20));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await ((Task)_run).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }
}
