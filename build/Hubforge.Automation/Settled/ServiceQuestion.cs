using Hubforge.Primitives;

namespace Hubforge.Automation;

/// <summary>An HTTP GET over a unix socket, whose answer depends on nothing but the state of the service.</summary>
/// <param name="Socket">The socket.</param>
/// <param name="Target">Path and query, escaped.</param>
public sealed record ServiceQuestion(AbsolutePath Socket, string Target);
