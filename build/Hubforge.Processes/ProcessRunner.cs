#pragma warning disable RS0030 // this is the one place that starts processes
#pragma warning disable CA2025 // the streams may outlive the program when a grandchild holds them; that is bounded on purpose
using System.Diagnostics;

namespace Hubforge.Processes;

/// <summary>Starts programs of this machine.</summary>
/// <param name="gracePeriod">How long a cancelled program may take to end by itself; 5 seconds when null.</param>
public sealed class ProcessRunner(TimeSpan? gracePeriod = null) : IProcessRunner
{
    // A grandchild may hold the pipes open after the program itself has gone; what it prints later is nobody's.
    private static readonly TimeSpan s_drainLimit = TimeSpan.FromSeconds(2);

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
        using var process = new Process { StartInfo = StartOf(command) };
        process.Start();
        var output = new LineCollector(isError: false, onLine);
        var error = new LineCollector(isError: true, onLine);
        var streams = command.Interactive
            ? Task.CompletedTask
            : Task.WhenAll(
                output.ReadAsync(process.StandardOutput),
                error.ReadAsync(process.StandardError),
                FeedAsync(process, command.Input, cancellationToken)
            );
        await WaitAsync(process, cancellationToken);
        await Task.WhenAny(streams, Task.Delay(s_drainLimit, CancellationToken.None));
        output.Close();
        error.Close();
        cancellationToken.ThrowIfCancellationRequested();
        var result = new CommandResult(
            process.ExitCode,
            output.Text,
            error.Text,
            Stopwatch.GetElapsedTime(started)
        );
        return command.AcceptedExitCodes.Contains(result.ExitCode)
            ? result
            : throw new CommandFailedException(command, result);
    }

    private static ProcessStartInfo StartOf(Command command)
    {
        var program = ProgramSearch.Get(command.Program);
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardInput = !command.Interactive,
            RedirectStandardOutput = !command.Interactive,
            RedirectStandardError = !command.Interactive,
            WorkingDirectory = command.WorkingDirectory?.ToString() ?? "",
        };
        foreach (var argument in command.Arguments)
        {
            start.ArgumentList.Add(argument.Reveal());
        }

        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value?.Reveal();
        }

        return start;
    }

    private static async Task FeedAsync(
        Process process,
        StandardInput? input,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (input is not null)
            {
                await input.CopyToAsync(process.StandardInput.BaseStream, cancellationToken);
            }

            process.StandardInput.Close();
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException)
        {
            // A program may end without having read its input; its exit code tells whether that was wrong.
        }
    }

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
