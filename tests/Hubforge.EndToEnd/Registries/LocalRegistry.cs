using Hubforge.EndToEnd.Machine;
using Hubforge.Processes;

namespace Hubforge.EndToEnd.Registries;

/// <summary>A real registry on a port of the loopback address, with empty storage of its own.</summary>
internal sealed class LocalRegistry : IAsyncDisposable
{
    private static readonly HttpClient s_client = new();

    private readonly ScratchFolder _folder = ScratchFolder.Fast("registry");
    private readonly BackgroundProgram _server;

    private LocalRegistry(int port)
    {
        Port = port;
        var settings = _folder.Path / "config.yml";
        File.WriteAllText(
            settings,
            $"""
            version: 0.1
            log: {"{"} level: warn {"}"}
            storage:
              filesystem: {"{"} rootdirectory: {_folder.Path / "storage"} {"}"}
            http: {"{"} addr: "127.0.0.1:{port}" {"}"}

            """
        );
        _server = new BackgroundProgram(
            new Command("docker-registry").With("serve", settings.ToString())
        );
    }

    public int Port { get; }

    /// <summary>What stands before the first slash of an image's name.</summary>
    public string Name => $"127.0.0.1:{Port}";

    public static async Task<LocalRegistry> StartAsync(CancellationToken cancellationToken)
    {
        Programs.Require("docker-registry", "docker-registry");
        var registry = new LocalRegistry(FreePort.Find());
        try
        {
            await registry._server.WaitUntilAsync(registry.AnswersAsync, cancellationToken);
            return registry;
        }
        catch
        {
            await registry.DisposeAsync();
            throw;
        }
    }

    /// <summary>Returns the names of the repositories that hold something.</summary>
    public Task<string> GetCatalogAsync(CancellationToken cancellationToken) =>
        s_client.GetStringAsync(new Uri($"http://{Name}/v2/_catalog"), cancellationToken);

    /// <summary>Returns the tags of a repository as the registry lists them; null when it has no such repository.</summary>
    public async Task<string?> FindTagsAsync(string repository, CancellationToken cancellationToken)
    {
        using var reply = await s_client.GetAsync(
            new Uri($"http://{Name}/v2/{repository}/tags/list"),
            cancellationToken
        );
        return reply.IsSuccessStatusCode
            ? await reply.Content.ReadAsStringAsync(cancellationToken)
            : null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var reply = await s_client.GetAsync(
                new Uri($"http://{Name}/v2/"),
                cancellationToken
            );
            return reply.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
