namespace Hubforge.Containers.Images;

/// <summary>What a prune removed.</summary>
internal sealed record ImagePruneReply(
    IReadOnlyList<RemovedImage>? ImagesDeleted,
    long SpaceReclaimed
);
