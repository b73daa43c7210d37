#pragma warning disable RS0030 // part of the one door to processes
#pragma warning disable VSTHRD003 // the tasks were started by this very object
using System.Diagnostics;

namespace Hubforge.Processes;

/// <summary>The three streams of a running program.</summary>
internal sealed class ProgramStreams
{
    // A grandchild may hold the pipes open after the program itself has gone; what it prints later is nobody's.
    private static readonly TimeSpan s_drainLimit = TimeSpan.FromSeconds(2);

    private readonly LineCollector _output;
    private readonly LineCollector _error;
    private readonly Process _process;
    private readonly Task _reading = Task.CompletedTask;
    private readonly Task _feeding = Task.CompletedTask;

    /// <summary>Starts reading and feeding; <paramref name="end"/> is cancelled when the source of the input fails.</summary>
    public ProgramStreams(
        Process process,
        Command command,
        Action<OutputLine>? onLine,
        CancellationTokenSource end
    )
    {
        var limit =
            command.OutputLimit ?? (onLine is null ? OutputLimits.Whole : OutputLimits.Tail);
        _process = process;
        _output = new LineCollector(isError: false, limit, onLine);
        _error = new LineCollector(isError: true, limit, onLine);
        if (!command.Interactive)
        {
            _reading = Task.WhenAll(
                _output.ReadAsync(process.StandardOutput.BaseStream),
                _error.ReadAsync(process.StandardError.BaseStream)
            );
            _feeding = ProgramInput.FeedAsync(process.StandardInput.BaseStream, command.Input, end);
        }
    }

    /// <summary>Takes in what is left after the program has ended.</summary>
    public async Task DrainAsync()
    {
        await Task.WhenAny(_reading, Task.Delay(s_drainLimit, CancellationToken.None));
        _output.Close();
        _error.Close();
        if (!_reading.IsCompleted)
        {
            await _process.StandardOutput.BaseStream.DisposeAsync();
            await _process.StandardError.BaseStream.DisposeAsync();
        }
    }

    /// <summary>Throws what a handler of lines or the source of the input threw; both are the caller's own.</summary>
    public async Task CheckAsync()
    {
        await _feeding;
        if (_reading.IsCompleted)
        {
            await _reading;
        }
    }

    /// <summary>Returns what was kept.</summary>
    public CommandResult ToResult(TimeSpan duration)
    {
        var (output, outputCut) = _output.Kept;
        var (error, errorCut) = _error.Kept;
        return new CommandResult(
            _process.HasExited ? _process.ExitCode : -1,
            output,
            error,
            duration
        )
        {
            IsCut = outputCut || errorCut,
        };
    }
}
