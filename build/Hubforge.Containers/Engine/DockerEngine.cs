using System.Collections.Immutable;
using Hubforge.Containers.Images;
using Hubforge.Containers.Running;
using Hubforge.Containers.Volumes;

namespace Hubforge.Containers.Engine;

/// <summary>A container engine that answered; opened by <see cref="EngineFinder"/>. Safe to use from several threads.</summary>
public sealed class DockerEngine : IAsyncDisposable
{
    private readonly EngineConnection _connection;
    private readonly IAsyncDisposable? _tunnel;

    internal DockerEngine(EngineConnection connection, string source, IAsyncDisposable? tunnel)
    {
        (_connection, Source, _tunnel) = (connection, source, tunnel);
        System = new EngineSystem(connection);
        Images = new EngineImages(connection);
        Containers = new EngineContainers(connection);
        Volumes = new EngineVolumes(connection);
    }

    /// <summary>Where requests go; for ssh this is the local end of the tunnel.</summary>
    public EngineAddress Address => _connection.Address;

    /// <summary>The API version both sides speak.</summary>
    public ApiVersion Version => _connection.Version;

    /// <summary>Who named the address: <c>--engine</c>, <c>DOCKER_HOST</c>, <c>context x</c>, <c>usual socket</c>.</summary>
    public string Source { get; }

    /// <summary>Candidates that were tried before this one, with the reason of each rejection.</summary>
    public ImmutableArray<RejectedCandidate> Rejected { get; init; } = [];

    /// <summary>The engine itself: version, details.</summary>
    public EngineSystem System { get; }

    /// <summary>Images: find, pull, tag, push, save, load, remove.</summary>
    public EngineImages Images { get; }

    /// <summary>Containers: create, start, logs, wait, archives, remove.</summary>
    public EngineContainers Containers { get; }

    /// <summary>Named volumes.</summary>
    public EngineVolumes Volumes { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _connection.Dispose();
        if (_tunnel is not null)
        {
            await _tunnel.DisposeAsync();
        }
    }
}
