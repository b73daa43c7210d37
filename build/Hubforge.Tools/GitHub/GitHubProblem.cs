namespace Hubforge.Tools.GitHub;

/// <summary>What GitHub answers when it refuses.</summary>
internal sealed record GitHubProblem
{
    public string Message
    {
        get;
        init => field = value ?? "";
    } = "";

    public IReadOnlyList<GitHubProblem> Errors
    {
        get;
        init => field = value ?? [];
    } = [];
}
