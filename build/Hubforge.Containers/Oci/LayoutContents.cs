using System.Collections.Immutable;
using System.Text.Json;
using Hubforge.Primitives;

namespace Hubforge.Containers.Oci;

/// <summary>What a layout holds, as its index, manifests and configurations tell.</summary>
internal sealed class LayoutContents
{
    private readonly Dictionary<string, (OciManifest Manifest, OciConfig Config)> _images = [];
    private readonly Dictionary<Digest, OciDescriptor> _layers = [];
    private readonly HashSet<Digest> _blobs = [];

    private LayoutContents(OciIndex index) => Index = index;

    public OciIndex Index { get; }

    /// <summary>Layers by the digest of their unpacked content.</summary>
    public IReadOnlyDictionary<Digest, OciDescriptor> Layers => _layers;

    /// <summary>Every blob that something refers to.</summary>
    public IReadOnlySet<Digest> Blobs => _blobs;

    /// <summary>Whether all of it was understood. Another program may have put things in (indexes, artifacts) whose blobs are not known here.</summary>
    public bool IsUnderstood { get; private set; } = true;

    /// <summary>The images with their names.</summary>
    public ImmutableArray<OciImage> Images =>
        [
            .. Index
                .Manifests.DistinctBy(entry => entry.Digest)
                .Where(entry => _images.ContainsKey(entry.Digest))
                .Select(Describe),
        ];

    /// <summary>Reads a layout; one that does not exist is empty.</summary>
    public static async Task<LayoutContents> ReadAsync(
        BlobStore blobs,
        AbsolutePath indexFile,
        CancellationToken cancellationToken
    )
    {
        var index = indexFile.FileExists
            ? JsonSerializer.Deserialize(
                await File.ReadAllBytesAsync(indexFile, cancellationToken),
                OciJson.Plain.OciIndex
            )
            : null;
        var contents = new LayoutContents(index ?? new OciIndex());
        foreach (var entry in contents.Index.Manifests)
        {
            await contents.AddAsync(entry, blobs, cancellationToken);
        }

        return contents;
    }

    /// <summary>Returns the manifest of the image with that configuration; null when it is not here.</summary>
    public OciDescriptor? FindByConfig(Digest? config) =>
        Index.Manifests.FirstOrDefault(entry =>
            config is { } wanted
            && _images.TryGetValue(entry.Digest, out var image)
            && image.Manifest.Config.Digest == wanted.ToString()
        );

    /// <summary>Describes the image of an entry.</summary>
    public OciImage Describe(OciDescriptor entry)
    {
        var (manifest, _) = _images[entry.Digest];
        return new OciImage(Digest.Parse(entry.Digest), Digest.Parse(manifest.Config.Digest))
        {
            Names =
            [
                .. Index
                    .Manifests.Where(other => other.Digest == entry.Digest)
                    .Select(other => other.Name)
                    .OfType<string>(),
            ],
            Size = manifest.Layers.Sum(layer => layer.Size),
            Layers = [.. manifest.Layers.Select(layer => Digest.Parse(layer.Digest))],
        };
    }

    private async Task AddAsync(
        OciDescriptor entry,
        BlobStore blobs,
        CancellationToken cancellationToken
    )
    {
        if (
            entry.MediaType != OciNames.Manifest
            || !Digest.TryParse(entry.Digest, out var digest)
            || !blobs.Has(digest, entry.Size)
        )
        {
            IsUnderstood = false;
            return;
        }

        var manifest = JsonSerializer.Deserialize(
            await blobs.ReadAsync(digest, cancellationToken),
            OciJson.Plain.OciManifest
        )!;
        _blobs.Add(digest);
        _blobs.UnionWith(
            manifest.Layers.Prepend(manifest.Config).Select(blob => Digest.Parse(blob.Digest))
        );
        var configDigest = Digest.Parse(manifest.Config.Digest);
        if (
            manifest.Config.MediaType == OciNames.Config
            && blobs.Has(configDigest, manifest.Config.Size)
        )
        {
            var config = JsonSerializer.Deserialize(
                await blobs.ReadAsync(configDigest, cancellationToken),
                OciJson.Plain.OciConfig
            )!;
            Add(entry, manifest, config, blobs);
        }
    }

    private void Add(OciDescriptor entry, OciManifest manifest, OciConfig config, BlobStore blobs)
    {
        var whole = manifest.Layers.All(layer => blobs.Has(Digest.Parse(layer.Digest), layer.Size));
        if (whole)
        {
            _images[entry.Digest] = (manifest, config);
        }

        foreach (var (diffId, layer) in config.DiffIds.Zip(manifest.Layers))
        {
            if (blobs.Has(Digest.Parse(layer.Digest), layer.Size))
            {
                _layers[Digest.Parse(diffId)] = layer;
            }
        }
    }
}
