using System.Formats.Tar;
using System.Text.Json;

namespace Hubforge.Containers.Oci;

/// <summary>
/// Reads the stream of <c>docker save</c>. Old engines write <c>ID/layer.tar</c> beside <c>HEX.json</c> and link layers that repeat; since engine 25 there
/// are <c>blobs/sha256/HEX</c>. Both have <c>manifest.json</c>, last or first.
/// </summary>
internal sealed class SavedArchive(LayerWriter layers, LayerHints hints)
{
    // Configurations of images with hundreds of build steps stay far below this.
    private const int LargestDocument = 16 * 1024 * 1024;
    private const int HeadLength = 512;

    private readonly Dictionary<string, byte[]> _documents = [];
    private readonly Dictionary<string, StoredLayer> _layers = [];
    private readonly Dictionary<string, string> _links = [];

    /// <summary>Reads all of it: layers go to the layout, documents stay in memory.</summary>
    public async Task ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        await using var reader = new TarReader(stream, leaveOpen: true);
        while (await reader.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
        {
            var name = Normalise(entry.Name);
            if (entry.EntryType is TarEntryType.SymbolicLink or TarEntryType.HardLink)
            {
                _links[name] =
                    entry.EntryType == TarEntryType.HardLink
                        ? Normalise(entry.LinkName)
                        : Normalise($"{name}/../{entry.LinkName}");
            }
            else if (entry.DataStream is { } content)
            {
                await TakeAsync(name, entry.Length, content, cancellationToken);
            }
        }
    }

    /// <summary>Returns the configuration, byte for byte, and the layers of the one image in the archive.</summary>
    /// <exception cref="InvalidDataException">There is not exactly one image, or something of it is missing.</exception>
    public (byte[] Config, IReadOnlyList<StoredLayer> Layers) GetImage()
    {
        var images = Document("manifest.json") is { } bytes
            ? JsonSerializer.Deserialize(bytes, OciJson.Plain.IReadOnlyListArchiveManifest) ?? []
            : throw new InvalidDataException("the archive has no manifest.json");
        if (images.Select(image => image.Config).Distinct().Count() != 1)
        {
            throw new InvalidDataException($"the archive holds {images.Count} images, not one");
        }

        var image = images[0];
        var config =
            Document(image.Config)
            ?? throw new InvalidDataException($"the archive lacks {image.Config}");
        return (config, [.. (image.Layers ?? []).Select(GetLayer)]);
    }

    private static string Normalise(string name)
    {
        var parts = new List<string>();
        foreach (var part in name.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ".."))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    // blobs/sha256/HEX names its content; ID/layer.tar does not.
    private static Digest? ClaimOf(string name) =>
        name.StartsWith("blobs/sha256/", StringComparison.Ordinal)
        && Digest.TryParse("sha256:" + name["blobs/sha256/".Length..], out var digest)
            ? digest
            : null;

    private async Task TakeAsync(
        string name,
        long length,
        Stream content,
        CancellationToken cancellationToken
    )
    {
        var head = new byte[Math.Min(HeadLength, length)];
        await content.ReadExactlyAsync(head, cancellationToken);
        var isLayer = name.EndsWith("/layer.tar", StringComparison.Ordinal);
        if (isLayer || (head is not [(byte)'{' or (byte)'[', ..] && ClaimOf(name) is not null))
        {
            _layers[name] = ClaimOf(name) is { } claim
                ? await layers.WriteAsync(head, content, claim, cancellationToken)
                : await TakeNamelessAsync(name, head, content, cancellationToken);
        }
        else if (length <= LargestDocument)
        {
            var document = new byte[length];
            head.CopyTo(document, 0);
            await content.ReadExactlyAsync(document.AsMemory(head.Length), cancellationToken);
            _documents[name] = document;
        }
    }

    private async Task<StoredLayer> TakeNamelessAsync(
        string name,
        byte[] head,
        Stream content,
        CancellationToken cancellationToken
    )
    {
        var hint = hints.Find(name);
        try
        {
            var layer = await layers.WriteAsync(head, content, hint, cancellationToken);
            if (layer.DiffId is { } found)
            {
                hints.Add(name, found);
            }

            return layer;
        }
        catch (InvalidDataException) when (hint is not null)
        {
            throw new WrongHintException(name);
        }
    }

    private byte[]? Document(string name) => _documents.GetValueOrDefault(Follow(name));

    private StoredLayer GetLayer(string name) =>
        _layers.GetValueOrDefault(Follow(name))
        ?? throw new InvalidDataException($"the archive lacks the layer {name}");

    private string Follow(string name)
    {
        var path = Normalise(name);
        for (var left = _links.Count; left > 0 && _links.TryGetValue(path, out var target); left--)
        {
            path = target;
        }

        return path;
    }
}
