using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hubforge.Primitives;

namespace Hubforge.Automation.Fingerprints;

/// <summary>
/// Digests of file contents. A file whose stamp is that of the last run is not read again; without the cache
/// under <c>.nuke/temp</c> every file is, with the same result.
/// </summary>
internal sealed class DigestCache(AbsolutePath file, TimeProvider time)
{
    private const string Header = "hubforge digests 2";

    // A change within the clock's grain after hashing would go unseen, so files this young are not remembered.
    private static readonly TimeSpan s_grain = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private Dictionary<string, Entry>? _entries;
    private bool _changed;

    /// <summary>Returns the digest of a file's content, <see cref="FileDigest.Missing"/> when it is not there.</summary>
    public string Digest(string path)
    {
        var info = new FileInfo(path);
        if (info.LinkTarget is { } target && !info.Exists)
        {
            return "link:" + Hash(Encoding.UTF8.GetBytes(target));
        }

        return FileStamp.Find(path, followsLinks: true) is { } stamp
            ? (Find(path, stamp) ?? Read(path, stamp)) + (stamp.IsExecutable ? "+x" : "")
            : FileDigest.Missing;
    }

    /// <summary>Keeps what was learned for the next run.</summary>
    public void Save()
    {
        string text;
        lock (_lock)
        {
            if (!_changed)
            {
                return;
            }

            _changed = false;
            var lines = new StringBuilder(Header).Append('\n');
            foreach (var (path, entry) in _entries!)
            {
                if (!File.Exists(path))
                {
                    continue;
                }

                lines.Append(
                    CultureInfo.InvariantCulture,
                    $"{entry.Digest} {entry.Stamp.Size} {entry.Stamp.Written} {entry.Stamp.Changed} {entry.Stamp.Mode} {path}\n"
                );
            }

            text = lines.ToString();
        }

        AtomicFile.WriteText(file, text);
    }

    private static string Hash(byte[] content) =>
        Convert.ToHexStringLower(SHA256.HashData(content));

    private string? Find(string path, FileStamp stamp)
    {
        lock (_lock)
        {
            _entries ??= Load();
            return _entries.TryGetValue(path, out var entry) && entry.Stamp == stamp
                ? entry.Digest
                : null;
        }
    }

    private string Read(string path, FileStamp stamp)
    {
        using var stream = new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        var digest = Convert.ToHexStringLower(SHA256.HashData(stream));
        if (time.GetUtcNow().UtcTicks - stamp.Written > s_grain.Ticks)
        {
            lock (_lock)
            {
                _entries![path] = new Entry(stamp, digest);
                _changed = true;
            }
        }

        return digest;
    }

    private Dictionary<string, Entry> Load()
    {
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        if (!file.FileExists)
        {
            return entries;
        }

        var lines = File.ReadAllLines(file);
        if (lines.Length == 0 || lines[0] != Header)
        {
            return entries;
        }

        foreach (var line in lines.AsSpan(1))
        {
            var parts = line.Split(' ', 6);
            if (
                parts.Length == 6
                && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var size)
                && long.TryParse(parts[2], CultureInfo.InvariantCulture, out var written)
                && long.TryParse(parts[3], CultureInfo.InvariantCulture, out var changed)
                && long.TryParse(parts[4], CultureInfo.InvariantCulture, out var mode)
            )
            {
                var stamp = new FileStamp(size, written, changed, mode);
                entries[parts[5]] = new Entry(stamp, parts[0]);
            }
        }

        return entries;
    }

    private sealed record Entry(FileStamp Stamp, string Digest);
}
