using System.Collections.Immutable;
using System.Text.Json;
using Hubforge.Containers.Engine;
using Hubforge.Primitives;

namespace Hubforge.Containers.Oci;

/// <summary>
/// An OCI image layout on disk: what <c>skopeo</c> and others read as <c>oci:FOLDER:NAME</c>. Blobs come first and <c>index.json</c> last, each in one step,
/// so that it is valid at any moment. https://github.com/opencontainers/image-spec/blob/main/image-layout.md
/// </summary>
public sealed class OciLayout(AbsolutePath folder)
{
    private readonly BlobStore _blobs = new(folder);

    /// <summary>The folder of the layout.</summary>
    public AbsolutePath Folder { get; } = folder;

    private AbsolutePath IndexFile => Folder / "index.json";

    /// <summary>Takes an image out of an engine and points <paramref name="names"/> at it; layers that are there are not compressed again.</summary>
    /// <param name="engine">The engine that has the image.</param>
    /// <param name="imageId">The image id.</param>
    /// <param name="names">The names, such as <c>demo-1.2</c>; what they pointed at before is removed with its last name.</param>
    /// <param name="reporter">Is told about each layer.</param>
    /// <param name="cancellationToken">Stops the writing; the layout stays as it was.</param>
    /// <exception cref="OciLayoutException">The disk is full or not writable, or the engine's archive is inconsistent.</exception>
    public Task<OciImage> PutAsync(
        DockerEngine engine,
        string imageId,
        IReadOnlyList<string> names,
        IReporter reporter,
        CancellationToken cancellationToken
    ) =>
        PutAsync(
            new OciSource(token => engine.Images.SaveAsync([imageId], token))
            {
                ImageId = Digest.TryParse(imageId, out var id) ? id : null,
            },
            names,
            reporter,
            cancellationToken
        );

    /// <summary>Lists the images; empty when there is no layout yet.</summary>
    public async Task<ImmutableArray<OciImage>> ListAsync(CancellationToken cancellationToken)
    {
        var contents = await LayoutContents.ReadAsync(_blobs, IndexFile, cancellationToken);
        return contents.Images;
    }

    /// <summary>Returns the image of that name; null when there is none.</summary>
    public async Task<OciImage?> FindAsync(string name, CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken)).FirstOrDefault(image => image.Names.Contains(name));

    /// <summary>Takes names away and removes the blobs that nothing refers to any more; returns the bytes that became free.</summary>
    public Task<long> RemoveAsync(
        IReadOnlyList<string> names,
        IReporter reporter,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            async () =>
            {
                var contents = await LayoutContents.ReadAsync(_blobs, IndexFile, cancellationToken);
                return await PublishAsync(contents.Index.Without(names), cancellationToken);
            },
            reporter,
            cancellationToken
        );

    internal Task<OciImage> PutAsync(
        OciSource source,
        IReadOnlyList<string> names,
        IReporter reporter,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            () => PutUnderLockAsync(source, names, reporter, cancellationToken),
            reporter,
            cancellationToken
        );

    private async Task<OciImage> PutUnderLockAsync(
        OciSource source,
        IReadOnlyList<string> names,
        IReporter reporter,
        CancellationToken cancellationToken
    )
    {
        var contents = await LayoutContents.ReadAsync(_blobs, IndexFile, cancellationToken);
        var there = contents.FindByConfig(source.ImageId);
        var (manifest, image) = there is null
            ? await TakeInAsync(source, contents, reporter, cancellationToken)
            : (there, contents.Describe(there));
        await PublishAsync(contents.Index.With(manifest, names), cancellationToken);
        return image with
        {
            Names = [.. names],
            ReusedLayers = there is null ? image.ReusedLayers : image.Layers.Length,
        };
    }

    private async Task<(OciDescriptor Manifest, OciImage Image)> TakeInAsync(
        OciSource source,
        LayoutContents contents,
        IReporter reporter,
        CancellationToken cancellationToken
    )
    {
        var (configBytes, layers) = await ReadArchiveAsync(
            source,
            contents,
            reporter,
            cancellationToken
        );
        var config = JsonSerializer.Deserialize(configBytes, OciJson.Plain.OciConfig)!;
        Check(config, layers);
        var configDigest = await _blobs.WriteAsync(configBytes, cancellationToken);
        var manifest = new OciManifest(
            new OciDescriptor(OciNames.Config, configDigest.ToString(), configBytes.Length),
            [.. layers.Select(layer => layer.Blob)]
        );
        var bytes = JsonSerializer.SerializeToUtf8Bytes(manifest, OciJson.Plain.OciManifest);
        var digest = await _blobs.WriteAsync(bytes, cancellationToken);
        var image = new OciImage(digest, configDigest)
        {
            Size = layers.Sum(layer => layer.Blob.Size),
            Layers = [.. layers.Select(layer => Digest.Parse(layer.Blob.Digest))],
            ReusedLayers = layers.Count(layer => layer.IsReused),
        };
        return (
            new OciDescriptor(OciNames.Manifest, digest.ToString(), bytes.Length)
            {
                Platform = new OciPlatform(config.Architecture, config.Os)
                {
                    Variant = config.Variant,
                },
            },
            image
        );
    }

    private async Task<(byte[] Config, IReadOnlyList<StoredLayer> Layers)> ReadArchiveAsync(
        OciSource source,
        LayoutContents contents,
        IReporter reporter,
        CancellationToken cancellationToken
    )
    {
        var hints = await LayerHints.ReadAsync(_blobs.Unfinished, cancellationToken);
        var writer = new LayerWriter(_blobs, contents.Layers, reporter);
        var archive = new SavedArchive(writer, hints);
        try
        {
            await ReadArchiveAsync(archive, source, cancellationToken);
        }
        catch (WrongHintException)
        {
            hints = new LayerHints();
            archive = new SavedArchive(writer, hints);
            await ReadArchiveAsync(archive, source, cancellationToken);
        }

        await _blobs.ReplaceAsync(
            LayerHints.FileIn(_blobs.Unfinished),
            hints.ToJson(),
            cancellationToken
        );
        return archive.GetImage();
    }

    private static async Task ReadArchiveAsync(
        SavedArchive archive,
        OciSource source,
        CancellationToken cancellationToken
    )
    {
        await using var stream = await source.OpenAsync(cancellationToken);
        await archive.ReadAsync(stream, cancellationToken);
    }

    private static void Check(OciConfig config, IReadOnlyList<StoredLayer> layers)
    {
        var expected = config.DiffIds;
        if (expected.Count != layers.Count)
        {
            throw new InvalidDataException(
                $"the image names {expected.Count} layers and the archive {layers.Count}"
            );
        }

        foreach (var (diffId, layer) in expected.Zip(layers))
        {
            if (layer.DiffId is { } found && found.ToString() != diffId)
            {
                throw new InvalidDataException($"the layer {diffId} has the digest {found}");
            }
        }
    }

    // The index is what makes an image visible; only then may the blobs of what it replaced go.
    private async Task<long> PublishAsync(OciIndex index, CancellationToken cancellationToken)
    {
        await _blobs.ReplaceAsync(
            IndexFile,
            JsonSerializer.SerializeToUtf8Bytes(index, OciJson.Plain.OciIndex),
            cancellationToken
        );
        var contents = await LayoutContents.ReadAsync(_blobs, IndexFile, cancellationToken);
        return contents.IsUnderstood ? _blobs.RemoveAllBut(contents.Blobs) : 0;
    }

    private async Task<T> WriteAsync<T>(
        Func<Task<T>> write,
        IReporter reporter,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var taken = await LayoutLock.TakeAsync(
                _blobs.Unfinished,
                reporter,
                cancellationToken
            );
            _blobs.Prepare();
            await MarkAsync(cancellationToken);
            return await write();
        }
        catch (Exception failure)
            when (failure is InvalidDataException or JsonException or EndOfStreamException)
        {
            throw new OciLayoutException(
                Folder,
                "The image could not be put into the layout",
                failure.Message,
                "push again; if that fails too, the engine's store may be damaged (docker save shows it)"
            );
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw OciLayoutException.Of(Folder, failure);
        }
    }

    // An empty layout is a valid one, so a run that is killed later leaves nothing that readers stumble over.
    private async Task MarkAsync(CancellationToken cancellationToken)
    {
        if (!IndexFile.FileExists)
        {
            await _blobs.ReplaceAsync(
                IndexFile,
                JsonSerializer.SerializeToUtf8Bytes(new OciIndex(), OciJson.Plain.OciIndex),
                cancellationToken
            );
        }

        var marker = Folder / "oci-layout";
        if (!marker.FileExists)
        {
            await _blobs.ReplaceAsync(
                marker,
                JsonSerializer.SerializeToUtf8Bytes(
                    new OciLayoutMarker("1.0.0"),
                    OciJson.Plain.OciLayoutMarker
                ),
                cancellationToken
            );
        }
    }
}
