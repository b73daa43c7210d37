namespace Hubforge.Containers.Running;

/// <summary>One line of <c>docker ps --all</c>.</summary>
public sealed record ContainerSummary
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its names, each with a slash in front.</summary>
    public IReadOnlyList<string> Names
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Name of its image as it was given.</summary>
    public string Image { get; init; } = "";

    /// <summary><c>created</c>, <c>running</c>, <c>exited</c>, ...</summary>
    public string State { get; init; } = "";

    /// <summary>Labels, those of the image among them.</summary>
    public IReadOnlyDictionary<string, string> Labels
    {
        get;
        init => field = value ?? new Dictionary<string, string>();
    } = new Dictionary<string, string>();
}
