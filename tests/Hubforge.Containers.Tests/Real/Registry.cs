#pragma warning disable VSTHRD003 // the registry waits for the program that it started
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Hubforge.Processes;
using Hubforge.Testing;

namespace Hubforge.Containers.Tests.Real;

/// <summary>A real registry on this machine, from the package docker-registry.</summary>
internal sealed class Registry : IAsyncDisposable
{
    private readonly TempDirectory _folder = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _running;

    private Registry(int port)
    {
        Address = string.Create(CultureInfo.InvariantCulture, $"localhost:{port}");
        var configuration = _folder.Write(
            "config.yml",
            $$"""
            version: 0.1
            storage: { filesystem: { rootdirectory: {{_folder / "data"}} } }
            http: { addr: "127.0.0.1:{{port}}" }
            """
        );
        _running = new ProcessRunner().RunAsync(
            new Command("docker-registry").With("serve", configuration.ToString()),
            _ => { },
            _end.Token
        );
    }

    /// <summary>Host and port; docker speaks plain HTTP to localhost.</summary>
    public string Address { get; }

    public static async Task<Registry> StartAsync(CancellationToken cancellationToken)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        var registry = new Registry(port);
        while (!await AnswersAsync(port, cancellationToken))
        {
            await Task.Delay(50, cancellationToken);
        }

        return registry;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAny(_running);
        _end.Dispose();
        _folder.Dispose();
    }

    private static async Task<bool> AnswersAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
