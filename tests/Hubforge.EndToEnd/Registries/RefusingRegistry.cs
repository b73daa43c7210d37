using System.Net;
using System.Text;
using Hubforge.EndToEnd.Machine;

namespace Hubforge.EndToEnd.Registries;

/// <summary>A stand-in for a registry that is there and takes nothing: every upload is answered with one status.</summary>
internal sealed class RefusingRegistry : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly HttpStatusCode _status;
    private readonly Task _serving;

    public RefusingRegistry(HttpStatusCode status)
    {
        _status = status;
        Name = $"127.0.0.1:{FreePort.Find()}";
        _listener.Prefixes.Add($"http://{Name}/");
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>What stands before the first slash of an image's name.</summary>
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
                Answer(await _listener.GetContextAsync());
            }
            catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
            {
                // closed while waiting, or the client went away
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        using var response = context.Response;
        response.StatusCode = (int)StatusFor(context.Request);
        response.Headers["Docker-Distribution-Api-Version"] = "registry/2.0";
        response.ContentType = "application/json";
        if (response.StatusCode == (int)HttpStatusCode.Unauthorized)
        {
            response.Headers["WWW-Authenticate"] = "Basic realm=\"stand-in\"";
        }

        if (context.Request.HttpMethod != "HEAD")
        {
            response.OutputStream.Write(
                Encoding.UTF8.GetBytes(
                    """{"errors":[{"code":"DENIED","message":"the stand-in registry takes nothing","detail":null}]}"""
                )
            );
        }
    }

    // As registries do: reading is answered (nothing is there), only a login is asked for everywhere.
    private HttpStatusCode StatusFor(HttpListenerRequest request) =>
        _status == HttpStatusCode.Unauthorized || request.HttpMethod is not ("GET" or "HEAD")
            ? _status
        : request.Url!.AbsolutePath is "/v2/" ? HttpStatusCode.OK
        : HttpStatusCode.NotFound;
}
