using Hubforge.Primitives;

namespace Hubforge.Tools.Replies;

/// <summary>A tool ended well, but what it printed is not what it prints according to its documentation and the recordings.</summary>
/// <param name="subject">The command, or what was read.</param>
/// <param name="output">What was printed; the message quotes its beginning.</param>
public sealed class UnreadableReplyException(string subject, string output)
    : HubforgeException(
        new FailureText($"The answer of {subject} could not be read.")
            .With("answer", Beginning(output))
            .Try(
                "run the command by hand; a version of the tool that is not known here may print something else"
            )
    )
{
    private const int Shown = 300;

    private static string Beginning(string output) =>
        output.Trim() switch
        {
            "" => "(empty)",
            { Length: <= Shown } text => text,
            var text => text[..Shown] + "...",
        };
}
