namespace Hubforge.Processes;

/// <summary>Shorter ways to run a command.</summary>
public static class ProcessRunnerExtensions
{
    /// <summary>Runs the command and returns its standard output without the last line end.</summary>
    /// <exception cref="OutputTooLongException">It printed more than is kept.</exception>
    public static async Task<string> ReadAsync(
        this IProcessRunner runner,
        Command command,
        CancellationToken cancellationToken
    )
    {
        var result = await runner.RunAsync(command, null, cancellationToken);
        return result.IsCut
            ? throw new OutputTooLongException(command, command.OutputLimit ?? OutputLimits.Whole)
            : result.Output.TrimEnd('\r', '\n');
    }
}
