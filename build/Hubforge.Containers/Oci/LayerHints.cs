using System.Text.Json;
using Hubforge.Primitives;

namespace Hubforge.Containers.Oci;

/// <summary>
/// What the layers in archives of old engines turned out to be. Those engines name a layer by a digest of its history, the same in every archive, so that
/// the next time it need not be compressed only to find that it is there. A hint is checked, never trusted; without the file all is the same, later.
/// </summary>
internal sealed class LayerHints
{
    private readonly Dictionary<string, Digest> _digests = [];

    public static AbsolutePath FileIn(AbsolutePath folder) => folder / "layers.json";

    /// <summary>Reads the hints; there are none when the file is missing or damaged.</summary>
    public static async Task<LayerHints> ReadAsync(
        AbsolutePath folder,
        CancellationToken cancellationToken
    )
    {
        var hints = new LayerHints();
        foreach (var (name, text) in await ReadFileAsync(FileIn(folder), cancellationToken))
        {
            if (Digest.TryParse(text, out var digest))
            {
                hints.Add(name, digest);
            }
        }

        return hints;
    }

    /// <summary>Returns the digest of the unpacked layer; null when the name is new.</summary>
    public Digest? Find(string name) => _digests.TryGetValue(name, out var digest) ? digest : null;

    public void Add(string name, Digest digest) => _digests[name] = digest;

    public byte[] ToJson() =>
        JsonSerializer.SerializeToUtf8Bytes(
            _digests.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()),
            OciJson.Plain.DictionaryStringString
        );

    private static async Task<Dictionary<string, string>> ReadFileAsync(
        AbsolutePath file,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return file.FileExists
                ? JsonSerializer.Deserialize(
                    await File.ReadAllBytesAsync(file, cancellationToken),
                    OciJson.Plain.DictionaryStringString
                ) ?? []
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
