using System.Net;
using Hubforge.Primitives;
using Hubforge.Tools.GitHub;

namespace Hubforge.Tools.Tests.GitHub;

public sealed class GitHubTests
{
    private const string Opened =
        """{"number":7,"html_url":"https://github.example/o/r/pull/7","state":"open"}""";

    private static readonly PullRequestDraft s_draft = new("New locks", "locks/weekly", "main")
    {
        Body = "numpy 1.26 → 2.0",
    };

    [Test]
    public async Task A_pull_request_is_opened_with_title_branches_and_body()
    {
        using var handler = new ScriptedHandler(
            (HttpStatusCode.OK, "[]"),
            (HttpStatusCode.Created, Opened)
        );
        using var http = ClientOf(handler);

        var opened = await RepositoryOf(http).OpenPullRequestAsync(s_draft, CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                opened,
                Is.EqualTo(new PullRequest(7, "https://github.example/o/r/pull/7"))
            );
            Assert.That(
                handler.Requests,
                Is.EqualTo([
                    "GET /repos/o/r/pulls?state=open&head=o%3Alocks%2Fweekly&base=main Bearer t0ken",
                    """POST /repos/o/r/pulls Bearer t0ken {"title":"New locks","head":"locks/weekly","base":"main","body":"numpy 1.26 \u2192 2.0"}""",
                ])
            );
        }
    }

    [Test]
    public async Task One_that_is_open_already_is_returned()
    {
        using var handler = new ScriptedHandler((HttpStatusCode.OK, $"[{Opened}]"));
        using var http = ClientOf(handler);

        var opened = await RepositoryOf(http).OpenPullRequestAsync(s_draft, CancellationToken.None);

        Assert.That(opened.Number, Is.EqualTo(7));
    }

    [TestCase(
        HttpStatusCode.UnprocessableEntity,
        """{"message":"Validation Failed","errors":[{"message":"No commits between main and locks/weekly"}]}""",
        "Validation Failed: No commits between main and locks/weekly"
    )]
    [TestCase(HttpStatusCode.Unauthorized, """{"message":"Bad credentials"}""", "Bad credentials")]
    [TestCase(HttpStatusCode.BadGateway, "<html>", "502")]
    public async Task A_refusal_says_why_and_never_shows_the_token(
        HttpStatusCode status,
        string body,
        string expected
    )
    {
        using var handler = new ScriptedHandler((HttpStatusCode.OK, "[]"), (status, body));
        using var http = ClientOf(handler);

        var failure = await Assert.ThrowsAsync<GitHubRefusedException>(() =>
            RepositoryOf(http).OpenPullRequestAsync(s_draft, CancellationToken.None)
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Message, Does.Contain(expected));
            Assert.That(failure.Message, Does.Not.Contain("t0ken"));
        }
    }

    private static HttpClient ClientOf(HttpMessageHandler handler) =>
        new(handler) { BaseAddress = new Uri("https://api.github.example/") };

    private static Tools.GitHub.GitHub RepositoryOf(HttpClient http) =>
        new(http, "o/r", new Secret("t0ken"));
}
