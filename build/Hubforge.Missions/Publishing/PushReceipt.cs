using System.Collections.Immutable;

namespace Hubforge.Missions.Publishing;

/// <summary>What was pushed where; the content of <c>push.json</c>.</summary>
public sealed record PushReceipt
{
    /// <summary>The mission.</summary>
    public required string Mission { get; init; }

    /// <summary>The platform.</summary>
    public required string Platform { get; init; }

    /// <summary>The repository, or the folder of the image layout after <c>oci:</c>.</summary>
    public required string Where { get; init; }

    /// <summary>The digest under which the image is there.</summary>
    public required string Digest { get; init; }

    /// <summary>The tags that point at it.</summary>
    public required ImmutableArray<string> Tags { get; init; }

    /// <summary>The id of the image, which is the one that passed its tests.</summary>
    public required string ImageId { get; init; }

    /// <summary>The commit that it was built from; null when it is not known.</summary>
    public string? Commit { get; init; }

    /// <summary>Digests of the environments' locks.</summary>
    public required SortedDictionary<string, string> Locks { get; init; }
}
