using System.Net.Sockets;
using System.Text;
using Hubforge.Primitives;

namespace Hubforge.Automation.Tests.Settled;

/// <summary>A service behind a unix socket that gives every request the same answer, under another time of day.</summary>
internal sealed class AnsweringService : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hubforge-service-");
    private readonly Socket _listener = new(
        AddressFamily.Unix,
        SocketType.Stream,
        ProtocolType.Unspecified
    );

    public AnsweringService()
    {
        Socket = AbsolutePath.Parse(_folder.FullName) / "service.sock";
        _listener.Bind(new UnixDomainSocketEndPoint(Socket));
        _listener.Listen();
        _ = ServeAsync();
    }

    public AbsolutePath Socket { get; }

    public string Answer { get; set; } = "an image";

    public void Dispose()
    {
        _listener.Dispose();
        if (_folder.Exists)
        {
            _folder.Delete(recursive: true);
            _folder.Refresh();
        }
    }

    private async Task ServeAsync()
    {
        var count = 0;
        try
        {
            while (true)
            {
                using var connection = await _listener.AcceptAsync();
                await connection.ReceiveAsync(new byte[4096]);
                var answer = $"HTTP/1.0 200 OK\r\nDate: {count++}\r\n\r\n{Answer}";
                await connection.SendAsync(Encoding.ASCII.GetBytes(answer));
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // the test is over
        }
    }
}
