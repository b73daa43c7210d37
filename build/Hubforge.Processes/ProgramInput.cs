using System.IO.Pipes;

namespace Hubforge.Processes;

/// <summary>Feeds a program its standard input.</summary>
internal static class ProgramInput
{
    // EPIPE, ERROR_BROKEN_PIPE and ERROR_NO_DATA as .NET reports them.
    private static readonly int[] s_brokenPipe =
    [
        32,
        unchecked((int)0x8007006D),
        unchecked((int)0x800700E8),
    ];

    /// <summary>
    /// Writes the input and closes the stream. When the source of the input fails, <paramref name="end"/> is cancelled, since the program
    /// would work on half of it, and the failure is thrown.
    /// </summary>
    public static async Task FeedAsync(
        Stream pipe,
        StandardInput? input,
        CancellationTokenSource end
    )
    {
        try
        {
            if (input is not null)
            {
                await input.CopyToAsync(pipe, end.Token);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Whoever cancelled knows.
        }
        catch (IOException failure)
            when (s_brokenPipe.Contains(failure.HResult)
                || pipe is PipeStream { IsConnected: false }
            )
        {
            // A program may end without having read its input; its exit code tells whether that was wrong.
        }
        catch
        {
            await end.CancelAsync();
            throw;
        }
        finally
        {
            await pipe.DisposeAsync();
        }
    }
}
