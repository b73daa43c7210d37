namespace Hubforge.Containers.Running;

/// <summary>What a container was made with, as far as it matters here.</summary>
public sealed record ContainerSettings
{
    /// <summary>Labels, those of the image among them.</summary>
    public IReadOnlyDictionary<string, string> Labels
    {
        get;
        init => field = value ?? new Dictionary<string, string>();
    } = new Dictionary<string, string>();

    /// <summary>Whether it has a terminal, which joins both output streams.</summary>
    public bool Tty { get; init; }
}
