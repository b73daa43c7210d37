namespace Hubforge.Automation.Fingerprints;

/// <summary>By what a file is known without reading it, as in git's index: while all of this is the same, so is the content.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Written">When the content was written, in units of the system.</param>
/// <param name="Changed">When anything of the file was changed, which no program can set; where the system does not tell (Windows), when it was created.</param>
/// <param name="Mode">Kind and permissions.</param>
internal readonly record struct FileStamp(long Size, long Written, long Changed, long Mode)
{
    private const long ExecutableByOwner = 0x40;

    /// <summary>Whether it may be run by its owner; never so on Windows.</summary>
    public bool IsExecutable => (Mode & ExecutableByOwner) != 0;

    /// <summary>Returns the stamp of a file; null when it is not there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="followsLinks">Whether a link stands for what it leads to.</param>
    /// <exception cref="IOException">It cannot be looked at.</exception>
    public static FileStamp? Find(string path, bool followsLinks) =>
        OperatingSystem.IsLinux()
            ? LinuxStatus.Find(path, followsLinks)
            : FindElsewhere(new FileInfo(path), followsLinks);

    private static FileStamp? FindElsewhere(FileSystemInfo file, bool followsLinks)
    {
        if (followsLinks)
        {
            file = file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
        }

        return file is FileInfo { Exists: true } found
            ? new FileStamp(
                found.Length,
                found.LastWriteTimeUtc.Ticks,
                found.CreationTimeUtc.Ticks,
                OperatingSystem.IsWindows() ? 0 : (long)found.UnixFileMode
            )
            : null;
    }
}
