namespace Hubforge.Processes;

/// <summary>Shorter ways to run a command.</summary>
public static class ProcessRunnerExtensions
{
    /// <summary>Runs the command and returns its standard output without the last line end.</summary>
    public static async Task<string> ReadAsync(
        this IProcessRunner runner,
        Command command,
        CancellationToken cancellationToken
    ) => (await runner.RunAsync(command, null, cancellationToken)).Output.TrimEnd('\r', '\n');
}
