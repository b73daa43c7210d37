using Hubforge.Automation.Fingerprints;
using Hubforge.Primitives;

namespace Hubforge.Automation.Settled;

/// <summary>
/// A number for a state, to see whether it is still the same: FNV-1a over 64 bits (draft-eastlake-fnv). Made for speed in a process
/// that has just started, where loading a cryptographic library would take longer than all else; nothing is trusted to it but
/// that something changed by chance does not go unseen.
/// </summary>
internal struct StateDigest()
{
    private const ulong Prime = 0x100000001B3;
    private const int WordBits = 64;

    /// <summary>The number of what was added so far.</summary>
    public ulong Value { get; private set; } = 0xCBF29CE484222325;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var value = Value;
        foreach (var one in bytes)
        {
            value = (value ^ one) * Prime;
        }

        Value = value;
    }

    /// <summary>Adds a text and its end, so that two texts are not one longer one.</summary>
    public void Add(string text)
    {
        var value = Value;
        foreach (var one in text)
        {
            value = (value ^ one) * Prime;
        }

        Value = (value ^ 0xFFFFF) * Prime;
    }

    public void Add(long number)
    {
        var value = Value;
        for (var shift = 0; shift < WordBits; shift += 8)
        {
            value = (value ^ (byte)(number >> shift)) * Prime;
        }

        Value = value;
    }

    /// <summary>Adds what a path is: a file by its stamp, a folder with everything below it, in no order.</summary>
    /// <exception cref="IOException">It cannot be looked at.</exception>
    public void Add(AbsolutePath path) => Add((long)Of(path));

    private static ulong Of(AbsolutePath path)
    {
        var folder = new DirectoryInfo(path);
        return folder.Exists ? OfFolder(folder) : OfFile(path, isLink: false);
    }

    private static ulong OfFolder(DirectoryInfo folder)
    {
        var name = new StateDigest();
        name.Add(folder.FullName);
        var sum = name.Value;
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            var isLink = (entry.Attributes & FileAttributes.ReparsePoint) != 0;
            if (entry is not DirectoryInfo inner)
            {
                sum += OfFile(entry.FullName, isLink);
            }
            else
            {
                sum += isLink
                    ? throw new IOException(
                        $"{inner.FullName}: what a link to a folder holds is not followed"
                    )
                    : OfFolder(inner);
            }
        }

        return sum;
    }

    // Of a link both count: where it leads and what is there.
    private static ulong OfFile(string path, bool isLink)
    {
        var digest = new StateDigest();
        digest.Add(path);
        digest.Add(FileStamp.Find(path, followsLinks: true));
        if (isLink)
        {
            digest.Add(FileStamp.Find(path, followsLinks: false));
        }

        return digest.Value;
    }

    private void Add(FileStamp? stamp)
    {
        if (stamp is { } found)
        {
            Add(found.Size);
            Add(found.Written);
            Add(found.Changed);
            Add(found.Mode);
        }
    }
}
