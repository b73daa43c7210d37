using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hubforge.Containers.Engine;

/// <summary>The one way to the engine: one transport, one version prefix, one mapping of errors.</summary>
internal sealed class EngineConnection(
    HttpMessageInvoker http,
    EngineAddress address,
    ApiVersion version
) : IDisposable
{
    public EngineAddress Address { get; } = address;

    public ApiVersion Version { get; } = version;

    /// <summary>Where requests are noted; null when nobody asks for them.</summary>
    public EngineTranscript? Transcript { get; init; }

    public void Dispose() => http.Dispose();

    /// <summary>Sends the request and returns the reply when the engine accepted it; its body is still to be read.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        EngineRequest request,
        CancellationToken cancellationToken
    )
    {
        var response = await SendAnyAsync(request, cancellationToken);
        return
            response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.SwitchingProtocols
            ? response
            : throw await FailureAsync(request, response, cancellationToken);
    }

    /// <summary>Sends the request and drops what comes back.</summary>
    public async Task ExecuteAsync(EngineRequest request, CancellationToken cancellationToken)
    {
        using var response = await SendAnyAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode && !request.Accepted.Contains(response.StatusCode))
        {
            throw await FailureAsync(request, response, cancellationToken);
        }
    }

    public async Task<T> GetAsync<T>(
        EngineRequest request,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken
    )
    {
        using var response = await SendAsync(request, cancellationToken);
        return await ReadAsync(request, response, type, cancellationToken);
    }

    /// <summary>Same as <see cref="GetAsync"/>, but null when the engine answers 404.</summary>
    public async Task<T?> FindAsync<T>(
        EngineRequest request,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken
    )
        where T : class
    {
        using var response = await SendAnyAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        return response.IsSuccessStatusCode
            ? await ReadAsync(request, response, type, cancellationToken)
            : throw await FailureAsync(request, response, cancellationToken);
    }

    /// <summary>Yields the JSON messages of a streamed reply; one that carries an error throws.</summary>
    public async IAsyncEnumerable<ProgressMessage> StreamAsync(
        EngineRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var response = await SendAsync(request, cancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var messages = JsonSerializer.DeserializeAsyncEnumerable(
            body,
            EngineJson.Default.ProgressMessage,
            topLevelValues: true,
            cancellationToken
        );
        await using var each = messages.GetAsyncEnumerator(cancellationToken);
        while (await MoveAsync(request, each))
        {
            if (each.Current is { } message)
            {
                yield return message.ErrorText is { } error
                    ? throw Failure(request, error, null)
                    : message;
            }
        }
    }

    /// <summary>Sends the request and returns the body of the reply as a stream, which throws <see cref="EngineException"/> when it breaks off.</summary>
    public async Task<Stream> OpenAsync(EngineRequest request, CancellationToken cancellationToken)
    {
        var response = await SendAsync(request, cancellationToken);
        return new ReplyStream(
            response,
            await response.Content.ReadAsStreamAsync(cancellationToken),
            failure => Failure(request, $"the stream broke off: {failure.Message}", null)
        );
    }

    private async ValueTask<bool> MoveAsync(
        EngineRequest request,
        IAsyncEnumerator<ProgressMessage?> messages
    )
    {
        try
        {
            return await messages.MoveNextAsync();
        }
        catch (Exception failure)
            when (failure is IOException or HttpRequestException or JsonException)
        {
            throw Failure(request, $"the stream broke off: {failure.Message}", null);
        }
    }

    private async Task<HttpResponseMessage> SendAnyAsync(
        EngineRequest request,
        CancellationToken cancellationToken
    )
    {
        using var message = Message(request);
        Transcript?.Add(message);
        try
        {
            return await http.SendAsync(message, cancellationToken);
        }
        catch (HttpRequestException failure)
        {
            throw Failure(request, $"the connection failed: {EngineProbe.Reason(failure)}", null);
        }
    }

    private HttpRequestMessage Message(EngineRequest request)
    {
        var message = new HttpRequestMessage(
            request.Method,
            $"http://engine/v{Version}/{request.PathAndQuery}"
        )
        {
            Content = request.Body?.Invoke(),
        };
        foreach (var (name, value) in request.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (request.Upgrade)
        {
            message.Headers.Connection.Add("Upgrade");
            message.Headers.TryAddWithoutValidation("Upgrade", "tcp");
        }

        return message;
    }

    private async Task<T> ReadAsync<T>(
        EngineRequest request,
        HttpResponseMessage response,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await JsonSerializer.DeserializeAsync(body, type, cancellationToken)
                ?? throw new JsonException("the reply is null");
        }
        catch (Exception failure) when (failure is JsonException or IOException)
        {
            throw Failure(request, $"a reply that is not understood: {failure.Message}", null);
        }
    }

    private async Task<EngineException> FailureAsync(
        EngineRequest request,
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            return Failure(request, ErrorReply.TextOf(text), (int)response.StatusCode);
        }
    }

    private EngineException Failure(EngineRequest request, string reply, int? status) =>
        new(
            request.Purpose,
            status is null ? reply : $"{reply} (status {status})",
            $"{request.Method} /v{Version}/{request.Path} on {Address}",
            request.Hint
        )
        {
            Status = status,
        };
}
