using System.Net;
using Hubforge.EndToEnd.Machine;
using Hubforge.Processes;

namespace Hubforge.EndToEnd.Registries;

/// <summary>A real registry on a port of the loopback address, with empty storage of its own.</summary>
internal sealed class LocalRegistry : IAsyncDisposable
{
    private static readonly HttpClient s_client = new();

    private readonly ScratchFolder _folder = ScratchFolder.Fast("registry");
    private readonly BackgroundProgram _server;

    private LocalRegistry(int port, string? passwords)
    {
        Port = port;
        var access = "";
        if (passwords is not null)
        {
            var file = _folder.Path / "htpasswd";
            File.WriteAllText(file, passwords + "\n");
            access = $"auth: {"{"} htpasswd: {"{"} realm: tests, path: {file} {"}"} {"}"}";
        }

        var settings = _folder.Path / "config.yml";
        File.WriteAllText(
            settings,
            $"""
            version: 0.1
            log: {"{"} level: warn {"}"}
            storage:
              filesystem: {"{"} rootdirectory: {_folder.Path / "storage"} {"}"}
            http: {"{"} addr: "127.0.0.1:{port}" {"}"}
            {access}

            """
        );
        _server = new BackgroundProgram(
            new Command("docker-registry").With("serve", settings.ToString())
        );
    }

    public int Port { get; }

    /// <summary>What stands before the first slash of an image's name.</summary>
    public string Name => $"127.0.0.1:{Port}";

    /// <param name="cancellationToken"></param>
    /// <param name="passwords">Who may enter, as a line of an <c>htpasswd</c> file with bcrypt; everybody when null.</param>
    public static async Task<LocalRegistry> StartAsync(
        CancellationToken cancellationToken,
        string? passwords = null
    )
    {
        Programs.Require("docker-registry", "docker-registry");
        var registry = new LocalRegistry(FreePort.Find(), passwords);
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
            return reply.IsSuccessStatusCode || reply.StatusCode == HttpStatusCode.Unauthorized;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
