using System.Formats.Tar;
using Hubforge.Primitives;

namespace Hubforge.Containers.Running;

/// <summary>Files and folders as the tar archives that go in and out of containers.</summary>
internal static class FolderArchive
{
    /// <summary>Writes a file or folder as <paramref name="name"/> (a path without a leading slash), with one owner for everything.</summary>
    public static async Task WriteAsync(
        ContainerCopy copy,
        string name,
        Stream stream,
        CancellationToken cancellationToken
    )
    {
        await using var writer = new TarWriter(stream, TarEntryFormat.Pax, leaveOpen: true);
        await AddAsync(copy, copy.Local, name, writer, cancellationToken);
        if (copy.Local.DirectoryExists)
        {
            foreach (var path in Below(copy.Local))
            {
                var entry = AbsolutePath.Parse(path);
                var relative = entry.RelativeTo(copy.Local);
                await AddAsync(copy, entry, $"{name}/{relative}", writer, cancellationToken);
            }
        }
    }

    /// <summary>Unpacks an archive whose entries all begin with one name, which is replaced by <paramref name="target"/>.</summary>
    public static async Task ExtractAsync(
        Stream stream,
        AbsolutePath target,
        CancellationToken cancellationToken
    )
    {
        await using var reader = new TarReader(stream, leaveOpen: true);
        while (await reader.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
        {
            var parts = entry.Name.Split('/', StringSplitOptions.RemoveEmptyEntries);
            var relative = string.Join('/', parts.Skip(1));
            if (Inside(target, relative) is { } path)
            {
                await ExtractAsync(entry, target, path, cancellationToken);
            }
        }
    }

    // Links are listed, not followed: a link to a folder is a link in the archive.
    private static IEnumerable<string> Below(AbsolutePath folder) =>
        Directory
            .EnumerateFileSystemEntries(
                folder,
                "*",
                new EnumerationOptions
                {
                    RecurseSubdirectories = true,
                    AttributesToSkip = FileAttributes.None,
                }
            )
            .Order(StringComparer.Ordinal);

    private static async Task AddAsync(
        ContainerCopy copy,
        AbsolutePath path,
        string name,
        TarWriter writer,
        CancellationToken cancellationToken
    )
    {
        var entry = EntryFor(path, name);
        entry.Uid = copy.UserId;
        entry.Gid = copy.GroupId;
        if (entry.EntryType != TarEntryType.RegularFile)
        {
            await writer.WriteEntryAsync(entry, cancellationToken);
            return;
        }

        await using var content = File.OpenRead(path);
        entry.DataStream = content;
        await writer.WriteEntryAsync(entry, cancellationToken);
    }

    private static PaxTarEntry EntryFor(AbsolutePath path, string name)
    {
        FileSystemInfo item = path.DirectoryExists ? new DirectoryInfo(path) : new FileInfo(path);
        var type = (item.LinkTarget, item) switch
        {
            ({ }, _) => TarEntryType.SymbolicLink,
            (_, DirectoryInfo) => TarEntryType.Directory,
            _ => TarEntryType.RegularFile,
        };
        var entry = new PaxTarEntry(type, name) { ModificationTime = item.LastWriteTimeUtc };
        if (item.LinkTarget is { } target)
        {
            entry.LinkName = target;
        }
        else if (!OperatingSystem.IsWindows())
        {
            entry.Mode = item.UnixFileMode;
        }
        else
        {
            // Windows knows no execute bit; scripts must run inside.
            entry.Mode = (UnixFileMode)0b111_101_101;
        }

        return entry;
    }

    private static AbsolutePath? Inside(AbsolutePath target, string relative)
    {
        var path = relative.Length == 0 ? target : target / relative;
        return
            path == target
            || path.ToString()
                .StartsWith(
                    target.ToString() + Path.DirectorySeparatorChar,
                    StringComparison.Ordinal
                )
            ? path
            : null;
    }

    private static async Task ExtractAsync(
        TarEntry entry,
        AbsolutePath target,
        AbsolutePath path,
        CancellationToken cancellationToken
    )
    {
        switch (entry.EntryType)
        {
            case TarEntryType.Directory:
                Directory.CreateDirectory(path);
                break;
            case TarEntryType.RegularFile or TarEntryType.V7RegularFile:
                Directory.CreateDirectory(path.Parent!);
                await entry.ExtractToFileAsync(path, overwrite: true, cancellationToken);
                break;
            case TarEntryType.HardLink:
                var first = entry.LinkName.Split('/', 2)[^1];
                if (Inside(target, first) is { FileExists: true } source)
                {
                    File.Copy(source, path, overwrite: true);
                }

                break;
            case TarEntryType.SymbolicLink:
                // A link out of the folder would let the next entry write anywhere.
                if (
                    !entry.LinkName.StartsWith('/')
                    && Inside(target, (path.Parent! / entry.LinkName).RelativeTo(target))
                        is not null
                )
                {
                    File.Delete(path);
                    File.CreateSymbolicLink(path, entry.LinkName);
                }

                break;
        }
    }
}
