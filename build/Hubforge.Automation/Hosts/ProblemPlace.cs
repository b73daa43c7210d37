using System.Globalization;
using Hubforge.Primitives;

namespace Hubforge.Automation.Hosts;

/// <summary>A problem as an annotation shows it.</summary>
/// <param name="File">From the root; null when the problem has no file there.</param>
/// <param name="Line">Null without a file, or when the whole file is meant.</param>
/// <param name="Text">What is wrong, what exists and what to try.</param>
internal sealed record ProblemPlace(string? File, string? Line, string Text)
{
    public static ProblemPlace Of(Problem problem, AbsolutePath root)
    {
        var file = problem.File?.RelativeTo(root);
        if (
            file is null
            || file.StartsWith("..", StringComparison.Ordinal)
            || Path.IsPathRooted(file)
        )
        {
            return new ProblemPlace(null, null, problem.ToString());
        }

        var line = problem.Line?.ToString(CultureInfo.InvariantCulture);
        return new ProblemPlace(file, line, (problem with { File = null, Line = null }).ToString());
    }
}
