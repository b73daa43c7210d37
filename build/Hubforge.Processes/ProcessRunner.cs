#pragma warning disable RS0030 // this is the one place that starts processes
using System.ComponentModel;
using System.Diagnostics;
using Hubforge.Primitives;

namespace Hubforge.Processes;

/// <summary>Starts programs of this machine.</summary>
/// <param name="gracePeriod">How long a cancelled program may take to end by itself; 5 seconds when null.</param>
public sealed class ProcessRunner(TimeSpan? gracePeriod = null) : IProcessRunner
{
    private readonly TimeSpan _gracePeriod = gracePeriod ?? TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public string? FindProgram(string name) => ProgramSearch.Find(name);

    /// <inheritdoc/>
    public IReadOnlyList<string> ListPrograms(string name) => ProgramSearch.List(name);

    /// <inheritdoc/>
    public async Task<CommandResult> RunAsync(
        Command command,
        Action<OutputLine>? onLine,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        var started = Stopwatch.GetTimestamp();
        using var process = Start(command);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (command.Timeout is { } timeout)
        {
            end.CancelAfter(timeout);
        }

        var streams = new ProgramStreams(process, command, onLine, end);
        await WaitAsync(process, end.Token);
        var timedOut = end.IsCancellationRequested;
        await streams.DrainAsync();
        cancellationToken.ThrowIfCancellationRequested();
        // A source of input that waits for something has nobody to write to any more.
        await end.CancelAsync();
        await streams.CheckAsync();
        var result = streams.ToResult(Stopwatch.GetElapsedTime(started));
        return timedOut ? throw TimeIsUp(command, result)
            : command.AcceptedExitCodes.Contains(result.ExitCode) ? result
            : throw new CommandFailedException(command, result);
    }

    private static Process Start(Command command)
    {
        var program = ProgramSearch.Get(command.Program);
        var process = new Process { StartInfo = ProcessStart.Of(command, program) };
        try
        {
            process.Start();
            return process;
        }
        catch (Exception failure) when (failure is Win32Exception or IOException)
        {
            process.Dispose();
            throw new ProgramNotStartedException(command, program, failure.Message);
        }
    }

    private static TimeoutException TimeIsUp(Command command, CommandResult result) =>
        new(
            new FailureText($"{command.Program} was ended: its time was up.")
                .With("limit", $"{command.Timeout?.TotalSeconds:0.###} s")
                .With("command", command.ToString())
                .With("directory", command.WorkingDirectory?.ToString())
                .With("output", result.LastErrorLines(20))
                .Try(command.Hint ?? "give it more time, or look in the log where it stopped")
        );

    private async Task WaitAsync(Process process, CancellationToken cancellationToken)
    {
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await ProcessTree.EndAsync(process, _gracePeriod);
        }
    }
}
