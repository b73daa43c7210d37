using Hubforge.Primitives;

namespace Hubforge.Missions.Locks;

/// <summary>Replaces a folder as a whole, such that a kill at any moment leaves the old content or the new.</summary>
/// <remarks>
/// The new content is written beside the folder as <c>.NAME.partial</c> and exchanged with it in one step where the system can do
/// that; what is called partial afterwards is the old content, so that a partial folder may always be thrown away. Elsewhere the complete
/// folder is renamed to <c>.NAME.new</c>, the old one to <c>.NAME.old</c>, and <see cref="Recover"/> finishes what a kill between renames has left.
/// </remarks>
internal sealed class FolderReplacement(AbsolutePath folder, FolderExchange exchange)
{
    private readonly AbsolutePath _partial = folder.Parent! / $".{folder.Name}.partial";
    private readonly AbsolutePath _complete = folder.Parent! / $".{folder.Name}.new";
    private readonly AbsolutePath _old = folder.Parent! / $".{folder.Name}.old";

    public async Task RunAsync(Func<AbsolutePath, Task> fill)
    {
        Recover();
        try
        {
            Directory.CreateDirectory(_partial);
            await fill(_partial);
            Swap();
        }
        finally
        {
            Delete(_partial);
        }
    }

    /// <summary>Finishes a replacement that was complete, and removes one that was not.</summary>
    public void Recover()
    {
        Delete(_partial);
        if (_complete.DirectoryExists)
        {
            MoveOver();
        }
        else if (_old.DirectoryExists && !folder.DirectoryExists)
        {
            Directory.Move(_old, folder);
        }

        Delete(_old);
    }

    private static void Delete(AbsolutePath path)
    {
        if (path.DirectoryExists)
        {
            Directory.Delete(path, recursive: true);
        }
    }

    private void Swap()
    {
        if (!folder.DirectoryExists)
        {
            Directory.Move(_partial, folder);
        }
        else if (!exchange(_partial, folder))
        {
            Directory.Move(_partial, _complete);
            MoveOver();
            Delete(_old);
        }
    }

    private void MoveOver()
    {
        if (folder.DirectoryExists)
        {
            Delete(_old);
            Directory.Move(folder, _old);
        }

        Directory.Move(_complete, folder);
    }
}
