namespace Hubforge.Containers.Running;

/// <summary>One mount as the engine wants it.</summary>
internal sealed record MountBody(string Type, string? Source, string Target, bool ReadOnly);
