namespace Hubforge.Containers.Running;

/// <summary>What making a container answers.</summary>
internal sealed record CreatedContainer(string Id, IReadOnlyList<string>? Warnings);
