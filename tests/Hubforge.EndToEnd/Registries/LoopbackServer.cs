using System.Net;
using Hubforge.EndToEnd.Machine;

namespace Hubforge.EndToEnd.Registries;

/// <summary>A small web server on an address of this machine, which answers one request after the other.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Action<HttpListenerRequest, HttpListenerResponse> _answer;
    private readonly Task _serving;

    /// <param name="host">The address.</param>
    /// <param name="answer">Fills the response, which is sent when it returns.</param>
    public LoopbackServer(string host, Action<HttpListenerRequest, HttpListenerResponse> answer)
    {
        _answer = answer;
        Name = $"{host}:{FreePort.Find()}";
        _listener.Prefixes.Add($"http://{Name}/");
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Host and port.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving.WaitAsync(CancellationToken.None);
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                using var response = context.Response;
                _answer(context.Request, response);
            }
            catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
            {
                // closed while waiting, or the client went away
            }
        }
    }
}
