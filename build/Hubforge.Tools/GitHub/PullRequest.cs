using System.Text.Json.Serialization;

namespace Hubforge.Tools.GitHub;

/// <summary>A pull request that is open.</summary>
/// <param name="Number">Its number in the repository.</param>
/// <param name="Address">The page where people look at it.</param>
public sealed record PullRequest(
    int Number,
    [property: JsonPropertyName("html_url")] string Address
);
