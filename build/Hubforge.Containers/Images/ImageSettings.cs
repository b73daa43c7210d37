namespace Hubforge.Containers.Images;

/// <summary>What the containers of an image start with.</summary>
public sealed record ImageSettings
{
    /// <summary>Labels.</summary>
    public IReadOnlyDictionary<string, string> Labels
    {
        get;
        init => field = value ?? new Dictionary<string, string>();
    } = new Dictionary<string, string>();

    /// <summary>Environment as <c>NAME=value</c>.</summary>
    public IReadOnlyList<string> Env
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>User, as name or id with an optional group; empty means root.</summary>
    public string User { get; init; } = "";

    /// <summary>Folder that programs start in; empty means <c>/</c>.</summary>
    public string WorkingDir { get; init; } = "";

    /// <summary>Program that is always started.</summary>
    public IReadOnlyList<string> Entrypoint
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Its arguments, unless others are given.</summary>
    public IReadOnlyList<string> Cmd
    {
        get;
        init => field = value ?? [];
    } = [];
}
