using Hubforge.Primitives;

namespace Hubforge.Automation;

/// <summary>A target cannot do its work, for a reason that a person can mend. Compose the message with <see cref="FailureText"/>.</summary>
public sealed class TargetFailedException(string message, Exception? innerException = null)
    : HubforgeException(message, innerException);
