using Hubforge.Tools.Pip;
using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Conda;

/// <summary>
/// Understands what mamba, micromamba or conda printed when it failed: the tree of a failed solve on standard error, <c>solver_problems</c> on
/// standard output with <c>--json</c> (which often say less), and the plain complaints.
/// </summary>
public static class CondaFailure
{
    private static readonly Func<string[], SolveFailure?>[] s_readers =
    [
        CondaTree.Find,
        CondaProblems.Find,
        CondaHashFailure.Find,
        CondaInputFailure.Find,
        CondaDownloadFailure.Find,
    ];

    /// <summary>Returns the failure that the log tells of; <see cref="SolveFailureKind.Other"/> when it is none that is known.</summary>
    /// <param name="log">Standard output and standard error, in any order.</param>
    public static SolveFailure Parse(string log) => Find(log) ?? Unexplained(LogText.Lines(log));

    /// <summary>Returns the failure that the log tells of, or null when it is none that is known.</summary>
    public static SolveFailure? Find(string log)
    {
        var lines = LogText.Lines(log);
        // The pip section of a yml is installed by pip, which explains its own failures.
        var pip = log.Contains("pip failed to install packages", StringComparison.Ordinal)
            ? PipFailure.Find(log)
            : null;
        return pip
            ?? s_readers.Select(read => read(lines)).FirstOrDefault(found => found is not null);
    }

    private static SolveFailure Unexplained(string[] lines)
    {
        var place = Array.FindIndex(lines, IsComplaint);
        if (place < 0)
        {
            return new SolveFailure(
                SolveFailureKind.Other,
                lines.FirstOrDefault(IsQuestionOrUsage)?.Trim()
                    ?? LogText.LastLine(string.Join('\n', lines))
            );
        }

        var more = lines
            .Skip(place + 1)
            .TakeWhile(line => line.StartsWith("    ", StringComparison.Ordinal))
            .Select(line => line.Trim());
        return new SolveFailure(SolveFailureKind.Other, CondaComplaintLine.Find(lines[place])!)
        {
            Facts = [new SolveFact("because", string.Join('\n', more).Trim())],
        };
    }

    private static bool IsComplaint(string line) =>
        CondaComplaintLine.Find(line) is { } text
        && !text.StartsWith("Aborting", StringComparison.Ordinal);

    private static bool IsQuestionOrUsage(string line) =>
        line.Contains("[y/N]", StringComparison.Ordinal)
        || line.Contains("not expected", StringComparison.Ordinal)
        || line.Contains("is required", StringComparison.Ordinal);
}
