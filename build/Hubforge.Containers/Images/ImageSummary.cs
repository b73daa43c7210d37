namespace Hubforge.Containers.Images;

/// <summary>One line of <c>docker images</c>.</summary>
public sealed record ImageSummary
{
    /// <summary>The image id.</summary>
    public required string Id { get; init; }

    /// <summary>Names with tags; empty for an image that lost its names.</summary>
    public IReadOnlyList<string> RepoTags
    {
        get;
        init => field = (value ?? []).Where(tag => tag != "<none>:<none>").ToArray();
    } = [];

    /// <summary>Labels.</summary>
    public IReadOnlyDictionary<string, string> Labels
    {
        get;
        init => field = value ?? new Dictionary<string, string>();
    } = new Dictionary<string, string>();

    /// <summary>Seconds since 1970 when it was made.</summary>
    public long Created { get; init; }

    /// <summary>Bytes of all layers together, unpacked.</summary>
    public long Size { get; init; }
}
