namespace Hubforge.Processes;

/// <summary>What a program reads from its standard input.</summary>
/// <param name="CopyToAsync">Writes the whole input to the stream it is given; the runner closes that stream afterwards.</param>
public sealed record StandardInput(Func<Stream, CancellationToken, Task> CopyToAsync)
{
    /// <summary>Passes text as UTF-8.</summary>
    public static StandardInput FromText(string text) =>
        new(
            async (stream, cancellationToken) =>
                await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), cancellationToken)
        );
}
