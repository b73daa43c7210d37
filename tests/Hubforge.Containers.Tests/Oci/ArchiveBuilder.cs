using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Hubforge.Containers.Tests.Oci;

/// <summary>Makes archives as <c>docker save</c> of old and new engines writes them.</summary>
internal sealed class ArchiveBuilder : IDisposable
{
    private readonly MemoryStream _archive = new();
    private readonly TarWriter _tar;

    public ArchiveBuilder() => _tar = new TarWriter(_archive, leaveOpen: true);

    public static string DigestOf(byte[] content) =>
        "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>A layer with one file of that many bytes that do not compress well.</summary>
    public static byte[] Layer(string name, int size)
    {
        using var memory = new MemoryStream();
        using (var tar = new TarWriter(memory, leaveOpen: true))
        {
            var content = new byte[size];
            for (var (index, state) = (0, (uint)size); index < size; index++)
            {
                state = (state * 1664525) + 1013904223;
                content[index] = (byte)(state >> 24);
            }

            tar.WriteEntry(
                new UstarTarEntry(TarEntryType.RegularFile, name)
                {
                    DataStream = new MemoryStream(content),
                }
            );
        }

        return memory.ToArray();
    }

    public static byte[] Config(params byte[][] layers) =>
        Encoding.UTF8.GetBytes(
            $$$"""
            {"architecture":"amd64","os":"linux", "odd  spacing":"is kept",
             "rootfs":{"type":"layers","diff_ids":{{{JsonSerializer.Serialize(
                layers.Select(DigestOf)
            )}}}}}
            """
        );

    public static byte[] Gzip(byte[] content)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return memory.ToArray();
    }

    /// <summary>The form of engines up to 24. A layer that repeats is a link to its first copy.</summary>
    public static MemoryStream Old(byte[] config, params byte[][] layers)
    {
        using var builder = new ArchiveBuilder();
        var configName = DigestOf(config)[7..] + ".json";
        var names = new List<string>();
        foreach (var layer in layers)
        {
            var name = $"{names.Count:x64}/layer.tar";
            var first = Array.IndexOf(layers, layer);
            if (first < names.Count)
            {
                builder.Link(name, $"../{names[first]}");
            }
            else
            {
                builder.File(name, layer);
            }

            builder.File(
                name.Replace("layer.tar", "VERSION", StringComparison.Ordinal),
                "1.0"u8.ToArray()
            );
            names.Add(name);
        }

        builder.File(configName, config);
        builder.Manifest(configName, names);
        return builder.Finish();
    }

    /// <summary>The form of engines from 25 on: an image layout with a manifest.json.</summary>
    public static MemoryStream New(byte[] config, params byte[][] blobs)
    {
        using var builder = new ArchiveBuilder();
        foreach (var blob in blobs.Append(config))
        {
            builder.File(BlobName(blob), blob);
        }

        builder.File("index.json", "{}"u8.ToArray());
        builder.Manifest(BlobName(config), [.. blobs.Select(BlobName)]);
        builder.File("oci-layout", "{}"u8.ToArray());
        return builder.Finish();
    }

    public void File(string name, byte[] content) =>
        _tar.WriteEntry(
            new UstarTarEntry(TarEntryType.RegularFile, name)
            {
                DataStream = new MemoryStream(content),
            }
        );

    public void Dispose() => _tar.Dispose();

    private static string BlobName(byte[] blob) => $"blobs/sha256/{DigestOf(blob)[7..]}";

    private void Link(string name, string target) =>
        _tar.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, name) { LinkName = target });

    private void Manifest(string config, IReadOnlyList<string> layers) =>
        File(
            "manifest.json",
            Encoding.UTF8.GetBytes(
                $$"""[{"Config":"{{config}}","RepoTags":null,"Layers":{{JsonSerializer.Serialize(layers)}}}]"""
            )
        );

    private MemoryStream Finish()
    {
        _tar.Dispose();
        _archive.Position = 0;
        return _archive;
    }
}
