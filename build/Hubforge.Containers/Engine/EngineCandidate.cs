namespace Hubforge.Containers.Engine;

/// <summary>A place to look for an engine.</summary>
/// <param name="Source">Who named it.</param>
/// <param name="Text">What was named.</param>
/// <param name="Address">The address; null when what was named is none.</param>
internal sealed record EngineCandidate(string Source, string Text, EngineAddress? Address)
{
    /// <summary>Why there is no address.</summary>
    public string Reason { get; init; } =
        "not an address (unix:///path, tcp://host:port, ssh://user@host)";

    /// <summary>Whether nothing after it is tried: someone asked for just this one.</summary>
    public bool IsFinal { get; init; }
}
