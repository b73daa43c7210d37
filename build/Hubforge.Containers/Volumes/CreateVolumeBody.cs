namespace Hubforge.Containers.Volumes;

/// <summary>What makes a volume.</summary>
internal sealed record CreateVolumeBody(string Name, IReadOnlyDictionary<string, string> Labels);
