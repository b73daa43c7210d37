using System.Security.Cryptography;
using System.Text.Json;
using Hubforge.Primitives;

namespace Hubforge.EndToEnd.Images;

/// <summary>
/// Reads an image layout as its specification says (image-layout.md of opencontainers/image-spec) and lists what is wrong with it.
/// Written apart from the program's own code on purpose.
/// </summary>
internal sealed class LayoutCheck(AbsolutePath layout)
{
    private readonly List<string> _problems = [];
    private readonly HashSet<string> _referred = [];

    /// <summary>Returns the problems; none for a layout that is whole.</summary>
    public static IReadOnlyList<string> ListProblems(AbsolutePath layout)
    {
        var check = new LayoutCheck(layout);
        check.Read();
        return check._problems;
    }

    private void Read()
    {
        foreach (var name in (string[])["oci-layout", "index.json"])
        {
            if (!(layout / name).FileExists)
            {
                _problems.Add($"{name} is missing in {layout}");
            }
        }

        if (_problems.Count > 0)
        {
            return;
        }

        var version = Parse(layout / "oci-layout").GetProperty("imageLayoutVersion").GetString();
        if (version != "1.0.0")
        {
            _problems.Add($"oci-layout has version {version}");
        }

        foreach (
            var manifest in Parse(layout / "index.json").GetProperty("manifests").EnumerateArray()
        )
        {
            ReadManifest(manifest);
        }

        ReadFolder();
    }

    private void ReadManifest(JsonElement descriptor)
    {
        if (Follow(descriptor) is not { } file)
        {
            return;
        }

        var manifest = Parse(file);
        foreach (var layer in manifest.GetProperty("layers").EnumerateArray())
        {
            Follow(layer);
        }

        if (Follow(manifest.GetProperty("config")) is { } config)
        {
            var layers = manifest.GetProperty("layers").GetArrayLength();
            var contents = Parse(config)
                .GetProperty("rootfs")
                .GetProperty("diff_ids")
                .GetArrayLength();
            if (layers != contents)
            {
                _problems.Add($"{layers} layers in the manifest, {contents} in the configuration");
            }
        }
    }

    private AbsolutePath? Follow(JsonElement descriptor)
    {
        var digest = descriptor.GetProperty("digest").GetString()!;
        var file = layout / "blobs" / digest.Replace(':', '/');
        if (!file.FileExists)
        {
            _problems.Add($"{digest} is referred to and not there");
            return null;
        }

        _referred.Add(file);
        var size = descriptor.GetProperty("size").GetInt64();
        if (new FileInfo(file).Length != size)
        {
            _problems.Add($"{digest} has {new FileInfo(file).Length} bytes, {size} are promised");
        }

        return file;
    }

    private void ReadFolder()
    {
        foreach (var file in Directory.EnumerateFiles(layout, "*", SearchOption.AllDirectories))
        {
            var name = AbsolutePath.Parse(file).RelativeTo(layout);
            // The program's own notes have a folder that readers of layouts do not look into.
            if (name is "oci-layout" or "index.json" || IsNote(name))
            {
                continue;
            }

            if (!name.StartsWith("blobs/sha256/", StringComparison.Ordinal))
            {
                _problems.Add($"{name} does not belong into a layout");
            }
            else if (Digest(file) != Path.GetFileName(file))
            {
                _problems.Add($"{name} has other content than its name says");
            }
        }
    }

    private static bool IsNote(string name) =>
        name.StartsWith(".hubforge/", StringComparison.Ordinal)
        && !name.EndsWith(".tmp", StringComparison.Ordinal);

    private static JsonElement Parse(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return document.RootElement.Clone();
    }

    private static string Digest(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
