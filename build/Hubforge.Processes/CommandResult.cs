using System.Collections.Immutable;

namespace Hubforge.Processes;

/// <summary>What a program left behind.</summary>
/// <param name="ExitCode">Its exit code; 128 plus the number of the signal that ended it.</param>
/// <param name="Output">What was printed on standard output, as far as it was kept.</param>
/// <param name="Error">What was printed on standard error, as far as it was kept.</param>
/// <param name="Duration">From start to exit.</param>
public sealed record CommandResult(int ExitCode, string Output, string Error, TimeSpan Duration)
{
    /// <summary>Whether more was printed than <see cref="Command.OutputLimit"/>, so that the beginning is missing.</summary>
    public bool IsCut { get; init; }

    /// <summary>The lines of standard output without a last empty one.</summary>
    public ImmutableArray<string> OutputLines =>
        [.. Output.TrimEnd('\n').ReplaceLineEndings("\n").Split('\n')];

    /// <summary>Returns the last lines of standard error, or of standard output when that is empty.</summary>
    public string LastErrorLines(int count)
    {
        var text = string.IsNullOrWhiteSpace(Error) ? Output : Error;
        return string.Join(
            '\n',
            text.TrimEnd().ReplaceLineEndings("\n").Split('\n').TakeLast(count)
        );
    }
}
