using Hubforge.Primitives;

namespace Hubforge.EndToEnd.Machine;

/// <summary>A folder of the test's own that goes away with it.</summary>
internal sealed class ScratchFolder : IDisposable
{
    // Images are gigabytes, and the disk of a build machine is often its slowest part.
    private const long MemoryWanted = 6L << 30;

    private ScratchFolder(string parent, string name) =>
        Path = AbsolutePath.Parse(Directory.CreateDirectory(NameIn(parent, name)).FullName);

    public AbsolutePath Path { get; }

    /// <summary>A folder on disk.</summary>
    public static ScratchFolder OnDisk(string name) => new(System.IO.Path.GetTempPath(), name);

    /// <summary>A folder in memory where there is plenty of it, on disk otherwise.</summary>
    public static ScratchFolder Fast(string name)
    {
        var memory = new DriveInfo("/dev/shm");
        return memory.IsReady && memory.AvailableFreeSpace > MemoryWanted
            ? new(memory.RootDirectory.FullName, name)
            : OnDisk(name);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }

    private static string NameIn(string parent, string name) =>
        System.IO.Path.Combine(parent, $"hubforge-{name}-{Guid.NewGuid():N}"[..^24]);
}
