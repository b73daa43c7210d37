using Hubforge.Primitives;

namespace Hubforge.Missions.Images;

/// <summary>A folder outside the tree that holds what a build or solve may take. It is made anew each time, so that a killed run leaves nothing in it that counts.</summary>
internal sealed class BuildContext
{
    private static readonly string[] _leftOut = ["__pycache__", ".ipynb_checkpoints", ".git"];

    private BuildContext(AbsolutePath folder) => Folder = folder;

    public AbsolutePath Folder { get; }

    /// <summary>Makes an empty folder <c>.nuke/temp/contexts/NAME</c>.</summary>
    public static BuildContext Create(AbsolutePath root, string name)
    {
        var folder = root / ".nuke" / "temp" / "contexts" / name;
        if (folder.DirectoryExists)
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        return new BuildContext(folder);
    }

    /// <summary>Copies a file or folder; nothing happens when it is not there. Links stay links, file modes are kept.</summary>
    public BuildContext Add(AbsolutePath source, string target)
    {
        if (source.FileExists)
        {
            CopyFile(source, Folder / target);
        }
        else if (source.DirectoryExists)
        {
            CopyFolder(source, Folder / target);
        }

        return this;
    }

    /// <summary>Makes an empty folder, for <c>COPY</c> of something that may be missing.</summary>
    public BuildContext AddFolder(string target)
    {
        Directory.CreateDirectory(Folder / target);
        return this;
    }

    public async Task WriteAsync(string target, string text, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory((Folder / target).Parent!);
        await File.WriteAllTextAsync(Folder / target, text, cancellationToken);
    }

    private static void CopyFolder(AbsolutePath source, AbsolutePath target)
    {
        Directory.CreateDirectory(target);
        foreach (var item in new DirectoryInfo(source).EnumerateFileSystemInfos())
        {
            if (_leftOut.Contains(item.Name))
            {
                continue;
            }

            if (item is DirectoryInfo { LinkTarget: null })
            {
                CopyFolder(source / item.Name, target / item.Name);
            }
            else
            {
                CopyFile(source / item.Name, target / item.Name);
            }
        }
    }

    private static void CopyFile(AbsolutePath source, AbsolutePath target)
    {
        Directory.CreateDirectory(target.Parent!);
        if (new FileInfo(source).LinkTarget is { } link)
        {
            File.CreateSymbolicLink(target, link);
        }
        else
        {
            File.Copy(source, target, overwrite: true);
        }
    }
}
