#pragma warning disable VSTHRD003 // the tunnel owns the task of its ssh, which was started in the constructor
using System.Globalization;
using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.Containers.Engine;

/// <summary>Brings the socket of an engine behind ssh to this machine, for as long as it is open.</summary>
internal sealed class SshTunnel : IAsyncDisposable
{
    private const string RemoteSocket = "/var/run/docker.sock";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource _end = new();
    private readonly DirectoryInfo _folder;
    private readonly Task _ssh;

    private SshTunnel(IProcessRunner processes, EngineAddress address)
    {
        _folder = Directory.CreateTempSubdirectory("hubforge-ssh-");
        var socket = AbsolutePath.Parse(_folder.FullName) / "docker.sock";
        Local = EngineAddress.OfSocket(socket);
        _ssh = processes.RunAsync(CommandFor(address, socket), null, _end.Token);
    }

    /// <summary>The near end.</summary>
    public EngineAddress Local { get; }

    /// <summary>Starts ssh and waits until the near end is there.</summary>
    /// <exception cref="SshTunnelException">ssh ended, or took longer than half a minute.</exception>
    public static async Task<SshTunnel> OpenAsync(
        IProcessRunner processes,
        EngineAddress address,
        CancellationToken cancellationToken
    )
    {
        var tunnel = new SshTunnel(processes, address);
        try
        {
            await tunnel.ReadyAsync(cancellationToken);
            return tunnel;
        }
        catch
        {
            await tunnel.DisposeAsync();
            throw;
        }
    }

    /// <summary>The command that holds the tunnel. ssh asks nothing (BatchMode): a key or an agent is needed.</summary>
    internal static Command CommandFor(EngineAddress address, AbsolutePath socket)
    {
        var place = new Uri(address.ToString());
        var user = place.UserInfo.Length > 0 ? place.UserInfo : null;
        var remote = place.AbsolutePath is { Length: > 1 } path ? path : RemoteSocket;
        return new Command("ssh")
            .With("-nNT", "-o", "BatchMode=yes", "-o", "ExitOnForwardFailure=yes")
            .With("-o", "StreamLocalBindUnlink=yes", "-L", $"{socket}:{remote}")
            .WithOption("-l", user)
            .WithOption(
                "-p",
                place.Port > 0 ? place.Port.ToString(CultureInfo.InvariantCulture) : null
            )
            .With("--", place.Host);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        try
        {
            await _ssh;
        }
        catch (Exception failure) when (failure is OperationCanceledException or HubforgeException)
        {
            // It was told to end; how it ended is of no interest any more.
        }

        _end.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task ReadyAsync(CancellationToken cancellationToken)
    {
        var left = s_patience / s_pause;
        while (!File.Exists(Local.Rest))
        {
            if (_ssh.IsCompleted)
            {
                throw new SshTunnelException(await ReasonAsync());
            }

            if (left-- <= 0)
            {
                throw new SshTunnelException(
                    $"ssh opened no connection within {s_patience.TotalSeconds} s"
                );
            }

            await Task.Delay(s_pause, cancellationToken);
        }
    }

    private async Task<string> ReasonAsync()
    {
        try
        {
            await _ssh;
            return "ssh ended at once";
        }
        catch (CommandFailedException failure)
        {
            return $"ssh: {failure.Result.LastErrorLines(3)}";
        }
        catch (ProgramNotFoundException)
        {
            return "ssh is not installed";
        }
    }
}
