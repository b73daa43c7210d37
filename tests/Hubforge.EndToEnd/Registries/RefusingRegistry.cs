using System.Net;
using System.Text;

namespace Hubforge.EndToEnd.Registries;

/// <summary>A stand-in for a registry that is there and takes nothing: every upload is answered with one status.</summary>
internal sealed class RefusingRegistry : IAsyncDisposable
{
    private readonly HttpStatusCode _status;
    private readonly LoopbackServer _server;

    public RefusingRegistry(HttpStatusCode status)
    {
        _status = status;
        _server = new LoopbackServer("127.0.0.1", Answer);
    }

    /// <summary>What stands before the first slash of an image's name.</summary>
    public string Name => _server.Name;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private void Answer(HttpListenerRequest request, HttpListenerResponse response)
    {
        response.StatusCode = (int)StatusFor(request);
        response.Headers["Docker-Distribution-Api-Version"] = "registry/2.0";
        response.ContentType = "application/json";
        if (response.StatusCode == (int)HttpStatusCode.Unauthorized)
        {
            response.Headers["WWW-Authenticate"] = "Basic realm=\"stand-in\"";
        }

        if (request.HttpMethod != "HEAD")
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
