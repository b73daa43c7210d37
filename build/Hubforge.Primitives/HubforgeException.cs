namespace Hubforge.Primitives;

/// <summary>
/// The root of every failure that is expected to happen to a user. It is printed without a stack trace; any other exception is a bug.
/// </summary>
/// <remarks>Compose the message with <see cref="FailureText"/>: what failed, the facts, and one thing to try.</remarks>
public abstract class HubforgeException(string message, Exception? innerException = null)
    : Exception(message, innerException);
