using Hubforge.Tools.Conda;
using Hubforge.Tools.Pip;
using Hubforge.Tools.Uv;

namespace Hubforge.Tools.Solving;

/// <summary>Understands the log of a failed solve, whichever tool wrote it.</summary>
public static class SolveLog
{
    /// <summary>
    /// Returns the failure that the log tells of. Standard output and standard error may stand in any order;
    /// a log that no tool is recognised in gives <see cref="SolveFailureKind.Other"/> with its last line.
    /// </summary>
    public static SolveFailure Parse(string log) =>
        NumpyAbi.Find(log)
        ?? UvFailure.Find(log)
        ?? PipFailure.Find(log)
        ?? CondaFailure.Find(log)
        ?? new SolveFailure(SolveFailureKind.Other, LogText.LastLine(log));
}
