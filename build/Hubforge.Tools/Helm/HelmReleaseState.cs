namespace Hubforge.Tools.Helm;

/// <summary>The <c>info</c> of a release.</summary>
internal sealed record HelmReleaseState
{
    public string Status
    {
        get;
        init => field = value ?? "";
    } = "";
}
