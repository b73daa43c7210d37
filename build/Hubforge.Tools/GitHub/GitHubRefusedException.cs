using System.Net;
using Hubforge.Primitives;

namespace Hubforge.Tools.GitHub;

/// <summary>GitHub answered a request with an error.</summary>
/// <param name="request">Method and path.</param>
/// <param name="status">The HTTP status.</param>
/// <param name="message">What GitHub says; empty when it says nothing.</param>
public sealed class GitHubRefusedException(string request, HttpStatusCode status, string message)
    : HubforgeException(
        new FailureText($"GitHub refused the request with status {(int)status}.")
            .With("request", request)
            .With("answer", message)
            .Try(
                status
                    is HttpStatusCode.Unauthorized
                        or HttpStatusCode.Forbidden
                        or HttpStatusCode.NotFound
                    ? "give a token that may write pull requests of this repository"
                    : "look at the branches of the request"
            )
    );
