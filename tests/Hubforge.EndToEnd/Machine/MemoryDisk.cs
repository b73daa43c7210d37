using Hubforge.Primitives;

namespace Hubforge.EndToEnd.Machine;

/// <summary>A folder that is a file system of its own with hardly any room.</summary>
internal sealed class MemoryDisk : IAsyncDisposable
{
    private readonly AbsolutePath _folder;

    private MemoryDisk(AbsolutePath folder) => _folder = folder;

    /// <summary>Mounts it; needs root, as the engine does.</summary>
    public static async Task<MemoryDisk> MountAsync(
        AbsolutePath folder,
        string size,
        CancellationToken cancellationToken
    )
    {
        Assert.That(
            Environment.IsPrivilegedProcess,
            Is.True,
            "A disk of a given size is mounted as root.\n  try: run the end-to-end tests as root"
        );
        Directory.CreateDirectory(folder);
        await Programs.ReadAsync(
            "mount",
            ["-t", "tmpfs", "-o", $"size={size}", "hubforge-test", folder],
            cancellationToken
        );
        return new MemoryDisk(folder);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() =>
        await Programs.ReadAsync("umount", ["--lazy", _folder], CancellationToken.None);
}
