namespace Hubforge.Tools.Pipdeptree;

/// <summary>An installed package with its requirements, as <c>pipdeptree --json</c> lists them.</summary>
internal sealed record PipdeptreeEntry
{
    public PipdeptreePackage Package
    {
        get;
        init => field = value ?? new();
    } = new();

    public IReadOnlyList<PipdeptreePackage> Dependencies
    {
        get;
        init => field = value ?? [];
    } = [];
}
