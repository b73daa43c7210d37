using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hubforge.Primitives;

namespace Hubforge.Tools.GitHub;

/// <summary>One repository on GitHub.</summary>
/// <param name="http">Its base address is that of the REST API, with a slash at its end.</param>
/// <param name="repository"><c>owner/name</c>.</param>
/// <param name="token">A token that may write pull requests.</param>
public sealed class GitHub(HttpClient http, string repository, Secret token)
{
    /// <summary>Returns the open pull request from one branch to another, or null when there is none.</summary>
    public async Task<PullRequest?> FindPullRequestAsync(
        PullRequestDraft draft,
        CancellationToken cancellationToken
    )
    {
        var head = Uri.EscapeDataString($"{repository.Split('/')[0]}:{draft.Head}");
        var path =
            $"repos/{repository}/pulls?state=open&head={head}&base={Uri.EscapeDataString(draft.Base)}";
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        var found = await SendAsync(request, GitHubJson.Default.ListPullRequest, cancellationToken);
        return found.FirstOrDefault();
    }

    /// <summary>Opens a pull request, or returns the one that is open already for these branches.</summary>
    /// <exception cref="GitHubRefusedException">GitHub does not take it.</exception>
    public async Task<PullRequest> OpenPullRequestAsync(
        PullRequestDraft draft,
        CancellationToken cancellationToken
    )
    {
        if (await FindPullRequestAsync(draft, cancellationToken) is { } open)
        {
            return open;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, $"repos/{repository}/pulls")
        {
            Content = JsonContent.Create(draft, GitHubJson.Default.PullRequestDraft),
        };
        return await SendAsync(request, GitHubJson.Default.PullRequest, cancellationToken);
    }

    private async Task<T> SendAsync<T>(
        HttpRequestMessage request,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken
    )
        where T : class
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Reveal());
        request.Headers.Accept.ParseAdd("application/vnd.github+json");
        request.Headers.UserAgent.ParseAdd("hubforge");
        request.Headers.Add("X-GitHub-Api-Version", "2022-11-28");
        using var response = await http.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var name = $"{request.Method} {request.RequestUri}";
        return response.IsSuccessStatusCode && Read(text, type) is { } reply
            ? reply
            : throw new GitHubRefusedException(name, response.StatusCode, Explain(text));
    }

    private static string Explain(string text)
    {
        var problem = Read(text, GitHubJson.Default.GitHubProblem);
        return problem is null
            ? ""
            : string.Join(": ", problem.Errors.Select(one => one.Message).Prepend(problem.Message));
    }

    private static T? Read<T>(string text, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(text, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
