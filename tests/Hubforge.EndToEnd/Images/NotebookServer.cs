using Hubforge.EndToEnd.Engines;
using Hubforge.EndToEnd.Machine;

namespace Hubforge.EndToEnd.Images;

/// <summary>JupyterLab, started from an image as the image starts it itself, on the machine's network.</summary>
internal sealed class NotebookServer : IAsyncDisposable
{
    private static readonly HttpClient s_client = new();

    private readonly Docker _docker;
    private readonly string _container;

    private NotebookServer(Docker docker, string container, Uri address) =>
        (_docker, _container, Address) = (docker, container, address);

    public Uri Address { get; }

    /// <summary>Starts it and waits until it answers.</summary>
    public static async Task<NotebookServer> StartAsync(
        Docker docker,
        string image,
        CancellationToken cancellationToken
    )
    {
        var port = FreePort.Find();
        var container = await docker.ReadAsync(
            [
                "run",
                "--detach",
                "--network",
                "host",
                "--env",
                $"JUPYTER_PORT={port}",
                image,
                "start-notebook",
                "--ServerApp.port_retries=0",
                "--IdentityProvider.token=",
            ],
            cancellationToken
        );
        var server = new NotebookServer(docker, container, new Uri($"http://127.0.0.1:{port}/"));
        try
        {
            await server.WaitAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Returns what the server answers at an address below its root.</summary>
    public Task<string> GetAsync(string path, CancellationToken cancellationToken) =>
        s_client.GetStringAsync(new Uri(Address, path), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() =>
        await _docker.TryAsync(["rm", "--force", "--volumes", _container], CancellationToken.None);

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Patience.WaitAsync(
                "the notebook server answers",
                TimeSpan.FromSeconds(90),
                AnswersAsync,
                cancellationToken
            );
        }
        catch (TimeoutException)
        {
            var logs = await _docker.TryAsync(["logs", _container], cancellationToken);
            Assert.Fail($"The notebook server never answered.\n{logs.Output}\n{logs.Error}");
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var reply = await s_client.GetAsync(new Uri(Address, "api"), cancellationToken);
            return reply.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
