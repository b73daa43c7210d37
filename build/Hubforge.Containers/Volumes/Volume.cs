namespace Hubforge.Containers.Volumes;

/// <summary>A named volume. Equivalent: <c>docker volume inspect</c>.</summary>
public sealed record Volume
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its folder on the engine's machine.</summary>
    public string Mountpoint { get; init; } = "";

    /// <summary>Labels.</summary>
    public IReadOnlyDictionary<string, string> Labels
    {
        get;
        init => field = value ?? new Dictionary<string, string>();
    } = new Dictionary<string, string>();
}
