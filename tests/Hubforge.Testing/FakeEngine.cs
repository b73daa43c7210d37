#pragma warning disable VSTHRD003 // the server waits for its own loop
using System.Collections.Concurrent;
using System.Net.Sockets;
using Hubforge.Containers.Engine;

namespace Hubforge.Testing;

/// <summary>
/// An engine that only plays: it listens on a real unix socket, remembers requests and gives the answers it was told. Answers for the same request are
/// given in order, the last one again and again; a request without an answer gets status 501.
/// </summary>
public sealed class FakeEngine : IAsyncDisposable
{
    private readonly TempDirectory _folder = new();
    private readonly Socket _listener = new(
        AddressFamily.Unix,
        SocketType.Stream,
        ProtocolType.Unspecified
    );
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<FakeReply>> _replies = new();
    private readonly ConcurrentQueue<FakeRequest> _requests = new();
    private readonly string _apiVersion;
    private readonly Task _accepting;

    /// <summary>Starts listening.</summary>
    /// <param name="apiVersion">What <c>_ping</c> tells.</param>
    public FakeEngine(string apiVersion = "1.41")
    {
        _apiVersion = apiVersion;
        Address = EngineAddress.OfSocket(_folder / "docker.sock");
        _listener.Bind(new UnixDomainSocketEndPoint(_folder / "docker.sock"));
        _listener.Listen();
        _accepting = Task.Run(AcceptAsync);
    }

    /// <summary>Where it listens.</summary>
    public EngineAddress Address { get; }

    /// <summary>The requests in order, pings left out.</summary>
    public IReadOnlyList<FakeRequest> Requests => [.. _requests];

    /// <summary>Method, path and query of each request, pings left out.</summary>
    public IReadOnlyList<string> Calls => [.. _requests.Select(request => request.ToString())];

    /// <summary>Answers requests of that method and path: <c>"GET /images/demo/json"</c>, without version prefix and query.</summary>
    public FakeEngine Answer(string methodAndPath, FakeReply reply)
    {
        _replies.GetOrAdd(methodAndPath, _ => new ConcurrentQueue<FakeReply>()).Enqueue(reply);
        return this;
    }

    /// <summary>Opens the client on it.</summary>
    public Task<DockerEngine> OpenAsync() =>
        new EngineFinder(new RecordingProcessRunner()).OpenAsync(
            new EngineSearch { Given = Address.ToString() },
            CancellationToken.None
        );

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
        _folder.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var socket = await _listener.AcceptAsync(_end.Token);
            _ = Task.Run(() => ServeAsync(socket));
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            var connection = new FakeConnection(stream);
            while (await connection.ReadAsync(_end.Token) is { } request)
            {
                if (!await connection.ReplyAsync(ReplyTo(request), _end.Token))
                {
                    return;
                }
            }
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException)
        {
            // The client has gone, or the test is over.
        }
    }

    private FakeReply ReplyTo(FakeRequest request)
    {
        if (request.Path == "/_ping")
        {
            return FakeReply.Json("\"OK\"") with
            {
                ContentType = $"text/plain\r\nApi-Version: {_apiVersion}",
            };
        }

        _requests.Enqueue(request);
        var key = $"{request.Method} {request.Path}";
        if (!_replies.TryGetValue(key, out var replies))
        {
            return FakeReply.Error(501, $"the test has no answer for {key}");
        }

        return replies.Count > 1 && replies.TryDequeue(out var next) ? next
            : replies.TryPeek(out var last) ? last
            : FakeReply.Error(501, key);
    }
}
