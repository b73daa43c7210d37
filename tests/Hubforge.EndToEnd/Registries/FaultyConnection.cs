using System.Net;
using System.Net.Sockets;

namespace Hubforge.EndToEnd.Registries;

/// <summary>
/// A port in front of a real registry through which only so many bytes of uploads go.
/// After that, every connection is cut, or kept open and silent.
/// </summary>
internal sealed class FaultyConnection : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource _reached = new();
    private readonly TcpListener _listener;
    private readonly int _target;
    private readonly bool _cuts;
    private readonly Task _serving;
    private long _left;

    public FaultyConnection(LocalRegistry registry, long bytes, bool cuts)
    {
        _target = registry.Port;
        _left = bytes;
        _cuts = cuts;
        _listener = new TcpListener(IPAddress.Loopback, 0);
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>What stands before the first slash of an image's name.</summary>
    public string Name => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>Whether the fault has set in.</summary>
    public bool HasReached => _reached.Task.IsCompleted;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _serving.WaitAsync(CancellationToken.None);
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ForwardAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ForwardAsync(TcpClient client)
    {
        using var here = client;
        using var there = new TcpClient();
        try
        {
            await there.ConnectAsync(IPAddress.Loopback, _target, _end.Token);
            var answers = there.GetStream().CopyToAsync(here.GetStream(), _end.Token);
            await Task.WhenAny(UploadAsync(here.GetStream(), there.GetStream()), answers);
            if (_cuts && HasReached)
            {
                here.LingerState = new LingerOption(true, 0); // a reset, as from a machine that is gone
            }
        }
        catch (Exception end)
            when (end is OperationCanceledException or IOException or SocketException)
        {
            // either side went away
        }
    }

    private async Task UploadAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = await from.ReadAsync(buffer, _end.Token)) > 0)
        {
            if (Interlocked.Add(ref _left, -count) < 0)
            {
                _reached.TrySetResult();
                if (_cuts)
                {
                    return;
                }

                await Task.Delay(Timeout.Infinite, _end.Token);
            }

            await to.WriteAsync(buffer.AsMemory(0, count), _end.Token);
        }
    }
}
