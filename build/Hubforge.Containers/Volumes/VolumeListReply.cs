namespace Hubforge.Containers.Volumes;

/// <summary>What a listing of volumes answers.</summary>
internal sealed record VolumeListReply(IReadOnlyList<Volume>? Volumes);
