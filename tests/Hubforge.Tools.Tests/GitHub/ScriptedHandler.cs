using System.Net;

namespace Hubforge.Tools.Tests.GitHub;

/// <summary>Answers requests in order and remembers them.</summary>
internal sealed class ScriptedHandler(params (HttpStatusCode Status, string Body)[] answers)
    : HttpMessageHandler
{
    private readonly Queue<(HttpStatusCode Status, string Body)> _answers = new(answers);

    public List<string> Requests { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var body = request.Content is { } content
            ? await content.ReadAsStringAsync(cancellationToken)
            : "";
        Requests.Add(
            $"{request.Method} {request.RequestUri!.PathAndQuery} {request.Headers.Authorization} {body}".Trim()
        );
        var (status, text) = _answers.Dequeue();
        return new HttpResponseMessage(status) { Content = new StringContent(text) };
    }
}
