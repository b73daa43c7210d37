using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Pip;

/// <summary>Understands what pip printed when it failed. Let pip speak (no <c>-q</c>): it tells who asks for what only then.</summary>
public static class PipFailure
{
    private static readonly Func<PipLog, SolveFailure?>[] s_readers =
    [
        PipHashFailure.Find,
        PipConflict.Find,
        PipNoMatch.Find,
        PipBuildFailure.Find,
        PipInputFailure.Find,
        PipBrokenInstall.Find,
    ];

    /// <summary>Returns the failure that the log tells of; <see cref="SolveFailureKind.Other"/> when it is none that is known.</summary>
    /// <param name="log">Standard output and standard error, in any order.</param>
    public static SolveFailure Parse(string log) =>
        Find(log)
        ?? new SolveFailure(
            SolveFailureKind.Other,
            new PipLog(log).Errors.LastOrDefault() ?? LogText.LastLine(log)
        );

    /// <summary>Returns the failure that the log tells of, or null when pip did not fail in a known way.</summary>
    public static SolveFailure? Find(string log)
    {
        var lines = new PipLog(log);
        return NumpyAbi.Find(log)
            ?? s_readers.Select(read => read(lines)).FirstOrDefault(found => found is not null);
    }
}
