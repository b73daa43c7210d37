using Hubforge.Primitives;

namespace Hubforge.Containers;

/// <summary>The engine refused a request, or a stream that began well reported an error.</summary>
public sealed class EngineException : HubforgeException
{
    /// <summary>Composes the message: what was asked for, what the engine said, and what to try.</summary>
    /// <param name="purpose">What was asked for, to follow "could not": <c>pull image 'x'</c>.</param>
    /// <param name="reply">What the engine said; may have several lines.</param>
    /// <param name="request">Method and path of the request, or the command that was run.</param>
    /// <param name="hint">One thing to try.</param>
    public EngineException(string purpose, string reply, string request, string hint)
        : base(
            new FailureText($"The engine could not {purpose}.")
                .With("reply", reply)
                .With("request", request)
                .Try(hint)
        ) => Reply = reply;

    /// <summary>What the engine said.</summary>
    public string Reply { get; }

    /// <summary>The HTTP status; null when the error came inside a stream or from a program.</summary>
    public int? Status { get; init; }
}
