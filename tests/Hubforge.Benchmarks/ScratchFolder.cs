using Hubforge.Primitives;

namespace Hubforge.Benchmarks;

/// <summary>A folder for what the measurements need; it goes away with the program.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public AbsolutePath Path { get; } =
        AbsolutePath.Parse(Directory.CreateTempSubdirectory("hubforge-benchmarks-").FullName);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
