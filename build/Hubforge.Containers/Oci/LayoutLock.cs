using Hubforge.Primitives;

namespace Hubforge.Containers.Oci;

/// <summary>Lets one writer at a time into a layout, of this program or another one. The system frees it when a program dies.</summary>
internal static class LayoutLock
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits for the lock; dispose the result to free it.</summary>
    public static async Task<IDisposable> TakeAsync(
        AbsolutePath folder,
        IReporter reporter,
        CancellationToken cancellationToken
    )
    {
        Directory.CreateDirectory(folder);
        var told = false;
        while (true)
        {
            try
            {
                return new FileStream(
                    folder / "lock",
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None
                );
            }
            catch (IOException failure) when (IsTaken(failure))
            {
                if (!told)
                {
                    reporter.Write(
                        Severity.Information,
                        $"waiting for another writer of {folder.Parent}"
                    );
                    told = true;
                }

                await Task.Delay(s_pause, cancellationToken);
            }
        }
    }

    // EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION on Windows.
    private static bool IsTaken(IOException failure) =>
        failure.HResult is 11 or 35 or unchecked((int)0x80070020);
}
