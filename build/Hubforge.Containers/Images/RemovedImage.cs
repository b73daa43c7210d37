namespace Hubforge.Containers.Images;

/// <summary>One thing that a removal did: a name taken away or layers deleted.</summary>
internal sealed record RemovedImage(string? Untagged, string? Deleted);
