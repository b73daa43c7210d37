using System.Net;
using Hubforge.Containers.Engine;

namespace Hubforge.Containers.Volumes;

/// <summary>The named volumes of an engine.</summary>
public sealed class EngineVolumes
{
    private readonly EngineConnection _connection;

    internal EngineVolumes(EngineConnection connection) => _connection = connection;

    /// <summary>Makes the volume when it is missing; an existing one keeps its labels and content. Equivalent: <c>docker volume create</c>.</summary>
    public Task<Volume> EnsureAsync(
        string name,
        IReadOnlyDictionary<string, string> labels,
        CancellationToken cancellationToken
    ) =>
        _connection.GetAsync(
            new EngineRequest(HttpMethod.Post, "volumes/create", $"make volume '{name}'").WithJson(
                new CreateVolumeBody(name, labels),
                EngineJson.Default.CreateVolumeBody
            ),
            EngineJson.Default.Volume,
            cancellationToken
        );

    /// <summary>Returns the volume; null when there is none of that name.</summary>
    public Task<Volume?> FindAsync(string name, CancellationToken cancellationToken) =>
        _connection.FindAsync(
            Request(HttpMethod.Get, name, "inspect"),
            EngineJson.Default.Volume,
            cancellationToken
        );

    /// <summary>Lists volumes that carry all of <paramref name="labels"/>. Equivalent: <c>docker volume ls --filter label=...</c>.</summary>
    public async Task<IReadOnlyList<Volume>> ListAsync(
        IReadOnlyList<string> labels,
        CancellationToken cancellationToken
    )
    {
        var reply = await _connection.GetAsync(
            new EngineRequest(HttpMethod.Get, "volumes", "list volumes").WithFilters(
                LabelFilter.Of(labels)
            ),
            EngineJson.Default.VolumeListReply,
            cancellationToken
        );
        return reply.Volumes ?? [];
    }

    /// <summary>Removes the volume; nothing happens when there is none. Equivalent: <c>docker volume rm</c>.</summary>
    /// <exception cref="EngineException">A container uses it.</exception>
    public Task RemoveAsync(string name, CancellationToken cancellationToken) =>
        _connection.ExecuteAsync(
            Request(HttpMethod.Delete, name, "remove").Accepting(HttpStatusCode.NotFound),
            cancellationToken
        );

    private static EngineRequest Request(HttpMethod method, string name, string verb) =>
        new(method, $"volumes/{Uri.EscapeDataString(name)}", $"{verb} volume '{name}'")
        {
            Hint = "see what uses it with: docker ps --all --filter volume=" + name,
        };
}
