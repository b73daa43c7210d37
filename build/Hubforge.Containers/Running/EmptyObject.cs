namespace Hubforge.Containers.Running;

/// <summary>An object without members; the engine writes sets this way.</summary>
internal sealed record EmptyObject;
