using System.IO.Pipes;
using System.Net.Sockets;

namespace Hubforge.Containers.Engine;

/// <summary>Opens HTTP over whatever an address names.</summary>
internal static class EngineTransport
{
    /// <summary>Makes the transport; connecting happens with the first request.</summary>
    public static HttpMessageInvoker Open(EngineAddress address) =>
        new(
            new SocketsHttpHandler
            {
                UseProxy = false,
                UseCookies = false,
                AllowAutoRedirect = false,
                ActivityHeadersPropagator = null,
                ConnectCallback = (_, cancellationToken) =>
                    ConnectAsync(address, cancellationToken),
            }
        );

    private static async ValueTask<Stream> ConnectAsync(
        EngineAddress address,
        CancellationToken cancellationToken
    ) =>
        address.Scheme switch
        {
            "unix" => await ConnectUnixAsync(address.Rest, cancellationToken),
            "npipe" => await ConnectPipeAsync(address.Rest, cancellationToken),
            _ => await ConnectTcpAsync(address, cancellationToken),
        };

    private static async Task<Stream> ConnectUnixAsync(
        string path,
        CancellationToken cancellationToken
    )
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<Stream> ConnectPipeAsync(
        string path,
        CancellationToken cancellationToken
    )
    {
        // npipe:////./pipe/docker_engine
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var pipe = new NamedPipeClientStream(
            parts[0],
            parts[^1],
            PipeDirection.InOut,
            PipeOptions.Asynchronous
        );
        try
        {
            await pipe.ConnectAsync(cancellationToken);
            return pipe;
        }
        catch
        {
            await pipe.DisposeAsync();
            throw;
        }
    }

    private static async Task<Stream> ConnectTcpAsync(
        EngineAddress address,
        CancellationToken cancellationToken
    )
    {
        var place = new Uri("tcp://" + address.Rest);
        var secured = address.CertificateDirectory is not null;
        var port =
            place.Port > 0 ? place.Port
            : secured ? 2376
            : 2375;
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(place.Host, port, cancellationToken);
            var stream = new NetworkStream(socket, ownsSocket: true);
            return address.CertificateDirectory is { } certificates
                ? await EngineTls.SecureAsync(stream, place.Host, certificates, cancellationToken)
                : stream;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
