using Hubforge.Processes;

namespace Hubforge.Tools.Pip;

/// <summary>Arguments of <c>pip install --require-hashes --no-deps -r LOCK</c>: installs exactly what the lock names, and solves nothing.</summary>
public sealed record PipInstallLocked(string LockFile)
{
    /// <summary>The machine's configuration when not given.</summary>
    public PipIndexes Indexes { get; init; } = PipIndexes.Configured;

    internal Command AddTo(Command pip) =>
        Indexes.AddTo(pip.With("install", "--require-hashes", "--no-deps")).With("-r", LockFile);
}
