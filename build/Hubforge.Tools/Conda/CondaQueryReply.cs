namespace Hubforge.Tools.Conda;

/// <summary>What <c>search</c> and <c>repoquery</c> answer.</summary>
internal sealed record CondaQueryReply
{
    public CondaQueryResult Result
    {
        get;
        init => field = value ?? new();
    } = new();
}
