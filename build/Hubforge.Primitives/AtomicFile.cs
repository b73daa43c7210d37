namespace Hubforge.Primitives;

/// <summary>Writes files so that a reader, or a run after a crash, sees the old content or the new one and never a part.</summary>
public static class AtomicFile
{
    /// <summary>Writes <paramref name="text"/> as UTF-8 without a byte order mark; makes the folder when it is missing.</summary>
    public static Task WriteTextAsync(
        AbsolutePath path,
        string text,
        CancellationToken cancellationToken
    ) => WriteAsync(path, temporary => File.WriteAllTextAsync(temporary, text, cancellationToken));

    /// <summary>Same as <see cref="WriteTextAsync"/>, for small files where waiting costs less than a state machine.</summary>
    public static void WriteText(AbsolutePath path, string text) =>
        Write(path, temporary => File.WriteAllText(temporary, text));

    /// <summary>Same as <see cref="WriteText"/> for content that is no text.</summary>
    public static void WriteBytes(AbsolutePath path, byte[] content) =>
        Write(path, temporary => File.WriteAllBytes(temporary, content));

    private static void Write(AbsolutePath path, Action<string> write)
    {
        Directory.CreateDirectory(path.Parent!);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            write(temporary);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Lets <paramref name="write"/> fill a temporary file beside the target, then moves it over in one step.</summary>
    public static async Task WriteAsync(AbsolutePath path, Func<string, Task> write)
    {
        Directory.CreateDirectory(path.Parent!);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await write(temporary);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Removes what killed writers left below a folder. Nobody may be writing there; a missing folder is fine.</summary>
    public static void RemoveUnfinished(AbsolutePath folder)
    {
        if (!folder.DirectoryExists)
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*.tmp", SearchOption.AllDirectories))
        {
            var parts = Path.GetFileName(file).Split('.');
            if (parts.Length > 2 && Guid.TryParseExact(parts[^2], "N", out _))
            {
                File.Delete(file);
            }
        }
    }
}
