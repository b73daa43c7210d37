using Hubforge.Primitives;

namespace Hubforge.Processes;

/// <summary>A program printed more than its caller was ready to take in.</summary>
public sealed class OutputTooLongException(Command command, int limit)
    : HubforgeException(
        new FailureText($"{command.Program} printed more than {limit:N0} characters.")
            .With("command", command.ToString())
            .Try("ask it for less, or run it by hand to see what it prints")
    );
