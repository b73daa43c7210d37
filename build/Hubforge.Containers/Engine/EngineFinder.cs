using System.Collections.Immutable;
using Hubforge.Processes;

namespace Hubforge.Containers.Engine;

/// <summary>Finds the engine to work with: <c>--engine</c>, <c>DOCKER_HOST</c>, docker context, usual sockets, in this order.</summary>
/// <param name="processes">Runs <c>ssh</c> for an engine behind it.</param>
public sealed class EngineFinder(IProcessRunner processes)
{
    /// <summary>One thing to try when no engine answers; the caller may know better (how to install one).</summary>
    public string Hint { get; init; } =
        "start the engine (sudo systemctl start docker), or name one with --engine or DOCKER_HOST";

    /// <summary>Notes what the opened engine is asked; null for no notes.</summary>
    public EngineTranscript? Transcript { get; init; }

    /// <summary>Opens the first engine that answers. Named ones (<c>--engine</c>, <c>DOCKER_HOST</c>, <c>DOCKER_CONTEXT</c>) are final: no other is tried after them.</summary>
    /// <exception cref="EngineUnavailableException">None answers.</exception>
    public async Task<DockerEngine> OpenAsync(
        EngineSearch search,
        CancellationToken cancellationToken
    )
    {
        var rejected = ImmutableArray.CreateBuilder<RejectedCandidate>();
        foreach (var candidate in EngineCandidates.Of(search))
        {
            var (engine, reason) = await TryAsync(candidate, rejected, cancellationToken);
            if (engine is not null)
            {
                return engine;
            }

            rejected.Add(new RejectedCandidate(candidate.Source, candidate.Text, reason));
            if (candidate.IsFinal)
            {
                break;
            }
        }

        throw new EngineUnavailableException(rejected.ToImmutable(), Hint);
    }

    private async Task<(DockerEngine? Engine, string Reason)> TryAsync(
        EngineCandidate candidate,
        ImmutableArray<RejectedCandidate>.Builder rejected,
        CancellationToken cancellationToken
    )
    {
        if (candidate.Address is not { } address)
        {
            return (null, candidate.Reason);
        }

        SshTunnel? tunnel = null;
        try
        {
            if (address.Scheme == "ssh")
            {
                tunnel = await SshTunnel.OpenAsync(processes, address, cancellationToken);
                address = tunnel.Local;
            }

            var (connection, reason) = await EngineProbe.TryAsync(
                address,
                Transcript,
                cancellationToken
            );
            if (connection is null)
            {
                return (null, reason);
            }

            var engine = new DockerEngine(connection, candidate.Source, tunnel)
            {
                Rejected = rejected.ToImmutable(),
            };
            tunnel = null;
            return (engine, "");
        }
        catch (SshTunnelException failure)
        {
            return (null, failure.Message);
        }
        finally
        {
            if (tunnel is not null)
            {
                await tunnel.DisposeAsync();
            }
        }
    }
}
