using Hubforge.Automation.Fingerprints;
using Hubforge.Primitives;

namespace Hubforge.Automation.Settled;

/// <summary>
/// A number for a state, to see whether it is still the same: FNV-1a over 128 bits (draft-eastlake-fnv). Made for speed in a process
/// that has just started, where loading a cryptographic library would take longer than all else; nothing is trusted to it but
/// that something changed by chance does not go unseen.
/// </summary>
internal struct StateDigest()
{
    private static readonly UInt128 s_prime = new(0x0000000001000000, 0x000000000000013B);

    /// <summary>The number of what was added so far.</summary>
    public UInt128 Value { get; private set; } = new(0x6C62272E07BB0142, 0x62B821756295C58D);

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var value = Value;
        foreach (var one in bytes)
        {
            value = (value ^ one) * s_prime;
        }

        Value = value;
    }

    /// <summary>Adds a text and its end, so that two texts are not one longer one.</summary>
    public void Add(string text)
    {
        var value = Value;
        foreach (var one in text)
        {
            value = (value ^ one) * s_prime;
        }

        Value = (value ^ 0xFFFFF) * s_prime;
    }

    public void Add(long number) => Value = (Value ^ (ulong)number) * s_prime;

    /// <summary>Adds what a path is: a file by its stamp, a folder with everything below it, in no order.</summary>
    /// <exception cref="IOException">It cannot be looked at.</exception>
    public void Add(AbsolutePath path) => Value = (Value ^ Of(path)) * s_prime;

    private static UInt128 Of(AbsolutePath path)
    {
        var folder = new DirectoryInfo(path);
        return folder.Exists ? OfFolder(folder) : OfFile(path, isLink: false);
    }

    private static UInt128 OfFolder(DirectoryInfo folder)
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
    private static UInt128 OfFile(string path, bool isLink)
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
