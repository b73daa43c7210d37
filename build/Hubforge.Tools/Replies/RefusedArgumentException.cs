using Hubforge.Primitives;

namespace Hubforge.Tools.Replies;

/// <summary>A value that came from a user would be read as an option by a program that has no <c>--</c>.</summary>
public sealed class RefusedArgumentException(string program, string value)
    : HubforgeException(
        new FailureText($"The value '{value}' cannot be given to {program}.")
            .With("because", $"{program} would read it as an option")
            .Try("give a value that does not begin with a dash")
    );
