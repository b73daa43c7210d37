using System.Collections.Immutable;
using System.Text.Json;
using Hubforge.Containers.Engine;
using Hubforge.Primitives;

namespace Hubforge.Containers.Images;

/// <summary>The images of an engine.</summary>
public sealed class EngineImages
{
    private readonly EngineConnection _connection;

    internal EngineImages(EngineConnection connection) => _connection = connection;

    /// <summary>Returns the image of that name or id; null when the engine has none. Equivalent: <c>docker image inspect</c>.</summary>
    public Task<Image?> FindAsync(string nameOrId, CancellationToken cancellationToken) =>
        _connection.FindAsync(
            Request(HttpMethod.Get, nameOrId, "/json", "inspect"),
            EngineJson.Default.Image,
            cancellationToken
        );

    /// <summary>Returns the image of that name or id.</summary>
    /// <exception cref="EngineException">The engine has none.</exception>
    public Task<Image> GetAsync(string nameOrId, CancellationToken cancellationToken) =>
        _connection.GetAsync(
            Request(HttpMethod.Get, nameOrId, "/json", "inspect"),
            EngineJson.Default.Image,
            cancellationToken
        );

    /// <summary>Lists images that carry all of <paramref name="labels"/> (<c>name</c> or <c>name=value</c>). Equivalent: <c>docker images --filter label=...</c>.</summary>
    public Task<IReadOnlyList<ImageSummary>> ListAsync(
        IReadOnlyList<string> labels,
        CancellationToken cancellationToken
    ) =>
        _connection.GetAsync(
            new EngineRequest(HttpMethod.Get, "images/json", "list images").WithFilters(
                LabelFilter.Of(labels)
            ),
            EngineJson.Default.IReadOnlyListImageSummary,
            cancellationToken
        );

    /// <summary>Pulls an image. Equivalent: <c>docker pull</c>.</summary>
    /// <exception cref="EngineException">Unknown name, no login, or a transfer that broke off.</exception>
    public async Task<Image> PullAsync(
        ImagePull pull,
        IReporter reporter,
        CancellationToken cancellationToken
    )
    {
        await foreach (var message in _connection.StreamAsync(pull.ToRequest(), cancellationToken))
        {
            LayerProgress.Report(message, reporter);
        }

        return await GetAsync(pull.Reference.ToString(), cancellationToken);
    }

    /// <summary>Gives an image one more name. Equivalent: <c>docker tag</c>.</summary>
    public Task TagAsync(
        string nameOrId,
        ImageReference name,
        CancellationToken cancellationToken
    ) =>
        _connection.ExecuteAsync(
            Request(HttpMethod.Post, nameOrId, "/tag", "tag")
                .With("repo", name.Repository)
                .With("tag", name.Tag ?? "latest"),
            cancellationToken
        );

    /// <summary>Pushes one tag and returns the digest under which the registry has it. Equivalent: <c>docker push</c>.</summary>
    /// <exception cref="EngineException">The registry refused or dropped it.</exception>
    public async Task<Digest> PushAsync(
        ImagePush push,
        IReporter reporter,
        CancellationToken cancellationToken
    )
    {
        var request = push.ToRequest();
        Digest? digest = null;
        await foreach (var message in _connection.StreamAsync(request, cancellationToken))
        {
            LayerProgress.Report(message, reporter);
            var pushed = message.Aux?.Deserialize(EngineJson.Default.PushedImage);
            digest = Digest.TryParse(pushed?.Digest, out var parsed) ? parsed : digest;
        }

        return digest
            ?? throw new EngineException(
                request.Purpose,
                "the push ended without telling a digest",
                request.PathAndQuery,
                request.Hint
            );
    }

    /// <summary>Opens the archive of images as a stream. Equivalent: <c>docker save</c>. Names given here are in the archive's manifest; ids are nameless.</summary>
    public async Task<Stream> SaveAsync(
        IReadOnlyList<string> namesOrIds,
        CancellationToken cancellationToken
    )
    {
        var request = namesOrIds.Aggregate(
            new EngineRequest(
                HttpMethod.Get,
                "images/get",
                $"save {string.Join(", ", namesOrIds)}"
            ),
            (request, name) => request.With("names", name)
        );
        return await _connection.OpenAsync(request, cancellationToken);
    }

    /// <summary>Takes in an archive made by <see cref="SaveAsync"/>, which <paramref name="write"/> writes to the stream it is given; returns the names or ids that it held. Equivalent: <c>docker load</c>.</summary>
    public async Task<ImmutableArray<string>> LoadAsync(
        Func<Stream, CancellationToken, Task> write,
        CancellationToken cancellationToken
    )
    {
        var request = new EngineRequest(
            HttpMethod.Post,
            "images/load",
            "load an image archive"
        ).WithTar(write);
        var loaded = ImmutableArray.CreateBuilder<string>();
        await foreach (var message in _connection.StreamAsync(request, cancellationToken))
        {
            // "Loaded image: name:tag" or "Loaded image ID: sha256:..."
            if (
                message.Stream?.Split(": ", 2) is [var label, var name]
                && label.StartsWith("Loaded image", StringComparison.Ordinal)
            )
            {
                loaded.Add(name.Trim());
            }
        }

        return loaded.ToImmutable();
    }

    /// <summary>Makes an image of one layer from a tar archive of a root file system (gzip, xz and zstd are fine); returns its id. Equivalent: <c>docker import</c>.</summary>
    public async Task<string> ImportAsync(
        ImageImport import,
        Func<Stream, CancellationToken, Task> write,
        CancellationToken cancellationToken
    )
    {
        var id = "";
        await foreach (
            var message in _connection.StreamAsync(
                import.ToRequest().WithTar(write),
                cancellationToken
            )
        )
        {
            id = message.Status ?? id;
        }

        return id.Trim();
    }

    /// <summary>Removes a name, and the image with its last name; false when there was none. <paramref name="force"/> also removes an id with several names or one that stopped containers use. Equivalent: <c>docker rmi</c>.</summary>
    public async Task<bool> RemoveAsync(
        string nameOrId,
        bool force,
        CancellationToken cancellationToken
    ) =>
        await _connection.FindAsync(
            Request(HttpMethod.Delete, nameOrId, "", "remove").With("force", force),
            EngineJson.Default.IReadOnlyListRemovedImage,
            cancellationToken
        )
            is not null;

    /// <summary>
    /// Removes images that have lost their names and carry all of <paramref name="labels"/>; returns the bytes that became free.
    /// Equivalent: <c>docker image prune --filter label=...</c>.
    /// </summary>
    /// <exception cref="ArgumentException">No label is given: what others made is never touched.</exception>
    public async Task<long> PruneAsync(
        IReadOnlyList<string> labels,
        CancellationToken cancellationToken
    )
    {
        if (labels.Count == 0)
        {
            throw new ArgumentException("name at least one label", nameof(labels));
        }

        var reply = await _connection.GetAsync(
            new EngineRequest(HttpMethod.Post, "images/prune", "prune images").WithFilters(
                LabelFilter.Of(labels)
            ),
            EngineJson.Default.ImagePruneReply,
            cancellationToken
        );
        return reply.SpaceReclaimed;
    }

    private static EngineRequest Request(
        HttpMethod method,
        string name,
        string suffix,
        string verb
    ) =>
        new(method, $"images/{EngineRequest.Escape(name)}{suffix}", $"{verb} image '{name}'")
        {
            Hint = "list what the engine has with: docker images",
        };
}
