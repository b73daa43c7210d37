using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Hubforge.EndToEnd.Registries;

/// <summary>Makes Python packages of one module that knows its version.</summary>
internal static class PythonPackages
{
    public static byte[] Wheel(string name, string version, IEnumerable<string> requirements)
    {
        var info = $"{name}-{version}.dist-info";
        var files = new Dictionary<string, string>
        {
            [$"{name}/__init__.py"] = Module(version),
            [$"{info}/METADATA"] = Metadata(name, version, requirements),
            [$"{info}/WHEEL"] =
                "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        };
        files[$"{info}/RECORD"] =
            string.Concat(files.Keys.Select(file => $"{file},,\n")) + $"{info}/RECORD,,\n";
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (file, text) in files)
            {
                using var entry = archive.CreateEntry(file).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    public static byte[] Source(string name, string version)
    {
        var folder = $"{name}-{version}";
        var files = new Dictionary<string, string>
        {
            [$"{folder}/PKG-INFO"] = Metadata(name, version, []),
            [$"{folder}/pyproject.toml"] =
                $"[build-system]\nrequires = [\"setuptools\"]\nbuild-backend = \"setuptools.build_meta\"\n\n[project]\nname = \"{name}\"\nversion = \"{version}\"\n",
            [$"{folder}/{name}/__init__.py"] = Module(version),
        };
        using var stream = new MemoryStream();
        using (var zipped = new GZipStream(stream, CompressionMode.Compress, leaveOpen: true))
        using (var archive = new TarWriter(zipped))
        {
            foreach (var (file, text) in files)
            {
                archive.WriteEntry(
                    new PaxTarEntry(TarEntryType.RegularFile, file)
                    {
                        DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
                    }
                );
            }
        }

        return stream.ToArray();
    }

    private static string Module(string version) => $"__version__ = \"{version}\"\n";

    private static string Metadata(string name, string version, IEnumerable<string> requirements) =>
        $"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
        + string.Concat(requirements.Select(requirement => $"Requires-Dist: {requirement}\n"));
}
