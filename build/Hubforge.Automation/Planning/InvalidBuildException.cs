using Hubforge.Primitives;

namespace Hubforge.Automation;

/// <summary>The build class, its parameters or the command line are wrong; the program ends with exit code 2.</summary>
public sealed class InvalidBuildException(string message) : HubforgeException(message)
{
    /// <summary>Composes one message from all problems, so that a person mends them in one go.</summary>
    public InvalidBuildException(IReadOnlyList<Problem> problems)
        : this(string.Join('\n', problems))
    {
        Problems = problems;
    }

    /// <summary>The problems one by one; empty when there is a single message.</summary>
    public IReadOnlyList<Problem> Problems { get; } = [];
}
