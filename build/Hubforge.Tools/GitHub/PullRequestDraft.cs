namespace Hubforge.Tools.GitHub;

/// <summary>A pull request to be opened.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Head">The branch with the changes, in the same repository.</param>
/// <param name="Base">The branch that is to get them.</param>
public sealed record PullRequestDraft(string Title, string Head, string Base)
{
    /// <summary>What it says, in Markdown; nothing by default.</summary>
    public string Body { get; init; } = "";
}
