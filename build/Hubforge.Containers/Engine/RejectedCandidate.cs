namespace Hubforge.Containers.Engine;

/// <summary>A place where an engine might have been.</summary>
/// <param name="Source">Who named it: <c>--engine</c>, <c>DOCKER_HOST</c>, <c>context x</c>, <c>usual socket</c>.</param>
/// <param name="Address">What was named.</param>
/// <param name="Reason">Why it was not taken.</param>
public sealed record RejectedCandidate(string Source, string Address, string Reason)
{
    /// <summary>Returns source, address and reason in one line.</summary>
    public override string ToString() => $"{Source}: {Address}: {Reason}";
}
