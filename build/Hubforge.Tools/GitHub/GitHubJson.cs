using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hubforge.Tools.GitHub;

/// <summary>Reads and writes the JSON of GitHub's REST API.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(PullRequestDraft))]
[JsonSerializable(typeof(PullRequest))]
[JsonSerializable(typeof(List<PullRequest>))]
[JsonSerializable(typeof(GitHubProblem))]
internal sealed partial class GitHubJson : JsonSerializerContext;
