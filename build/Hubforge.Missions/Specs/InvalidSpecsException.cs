using Hubforge.Primitives;

namespace Hubforge.Missions.Specs;

/// <summary>Files of a mission cannot be used as they are; every problem has its file and line.</summary>
public sealed class InvalidSpecsException(string headline, IReadOnlyList<Problem> problems)
    : HubforgeException(Compose(headline, problems))
{
    /// <summary>What is wrong, by file and line.</summary>
    public IReadOnlyList<Problem> Problems { get; } = problems;

    private static string Compose(string headline, IReadOnlyList<Problem> problems)
    {
        var errors = problems.Where(problem => problem.Severity == Severity.Error).ToList();
        var advice = errors.Count == 1 ? errors[0].Try : null;
        return new FailureText(headline)
            .With(
                "problems",
                string.Join(
                    '\n',
                    errors.Select(error => new Problem(Severity.Error, error.Message)
                    {
                        File = error.File,
                        Line = error.Line,
                    })
                )
            )
            .Try(advice ?? "mend the lines named above, then run: ./build.sh Check");
    }
}
