using Hubforge.Primitives;

namespace Hubforge.Automation.Execution;

/// <summary>Keeps two runs out of one checkout. The system lets go of it however the holder ends.</summary>
internal sealed class RunLock : IDisposable
{
    private readonly FileStream _stream;

    private RunLock(FileStream stream) => _stream = stream;

    /// <exception cref="TargetFailedException">Another run holds it.</exception>
    public static RunLock Take(AbsolutePath folder, int processId)
    {
        Directory.CreateDirectory(folder);
        var file = folder / "run.lock";
        try
        {
            // Nobody else can open the file, so who holds it is told by a file beside it.
            var stream = new FileStream(
                file,
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
            File.WriteAllText(HolderFile(folder), $"{processId}");
            return new RunLock(stream);
        }
        catch (IOException failure)
        {
            var holder = HolderFile(folder);
            throw new TargetFailedException(
                new FailureText("Another run is under way in this checkout.")
                    .With("process", File.Exists(holder) ? File.ReadAllText(holder) : "unknown")
                    .With("lock", file)
                    .Try("wait for it to end, or end that process"),
                failure
            );
        }
    }

    public void Dispose() => _stream.Dispose();

    private static AbsolutePath HolderFile(AbsolutePath folder) => folder / "run.pid";
}
