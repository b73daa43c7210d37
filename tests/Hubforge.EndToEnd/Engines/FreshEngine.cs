using Hubforge.EndToEnd.Machine;
using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.EndToEnd.Engines;

/// <summary>A second Docker engine that knows no image: with its own storage, socket and process, gone with the test.</summary>
internal sealed class FreshEngine : IAsyncDisposable
{
    private readonly ScratchFolder _folder = ScratchFolder.Fast("engine");
    private readonly TestBridge _bridge;
    private readonly BackgroundProgram _daemon;

    private FreshEngine(TestBridge bridge)
    {
        _bridge = bridge;
        Host = $"unix://{Socket}";
        Docker = new Docker(Host);
        _daemon = new BackgroundProgram(
            new Command("dockerd")
                .With("--data-root", (_folder.Path / "data").ToString())
                .With("--exec-root", (_folder.Path / "exec").ToString())
                .With("--pidfile", (_folder.Path / "pid").ToString())
                .With("--host", Host)
                .With("--bridge", bridge.Name)
                // The rules of the machine belong to its own engine.
                .With("--iptables=false", "--ip-masq=false", "--ip-forward=false")
        );
    }

    public string Host { get; }

    public Docker Docker { get; }

    private AbsolutePath Socket => _folder.Path / "docker.sock";

    public static async Task<FreshEngine> StartAsync(CancellationToken cancellationToken)
    {
        Programs.Require("dockerd", "docker.io");
        var engine = new FreshEngine(await TestBridge.CreateAsync(cancellationToken));
        try
        {
            await engine._daemon.WaitUntilAsync(engine.AnswersAsync, cancellationToken);
            return engine;
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _daemon.DisposeAsync();
        // An engine that ended leaves mounts behind: of its storage and of its network.
        foreach (var point in MountPoints.ListBelow(_folder.Path))
        {
            await Programs.ReadAsync("umount", ["--lazy", point], CancellationToken.None);
        }

        await _bridge.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken) =>
        File.Exists(Socket)
        && (await Docker.TryAsync(["version"], cancellationToken)).ExitCode == 0;
}
