using Hubforge.Primitives;

namespace Hubforge.Missions.Specs;

/// <summary>Gathers what is wrong in files, so that everything is reported at once.</summary>
internal sealed class ProblemList
{
    private readonly List<Problem> _problems = [];

    public bool HasErrors => _problems.Exists(problem => problem.Severity == Severity.Error);

    public void Error(Place place, string message, string? advice = null, string? exists = null) =>
        Add(Severity.Error, place, message, (advice, exists));

    public void Warn(Place place, string message, string? advice = null, string? exists = null) =>
        Add(Severity.Warning, place, message, (advice, exists));

    public void AddRange(IEnumerable<Problem> problems) => _problems.AddRange(problems);

    /// <summary>Returns the problems by file and line; errors and warnings of one line in the order in which they were found.</summary>
    public IReadOnlyList<Problem> ToSorted() =>
        [
            .. _problems
                .OrderBy(problem => problem.File?.ToString(), StringComparer.Ordinal)
                .ThenBy(problem => problem.Line ?? 0),
        ];

    private void Add(
        Severity severity,
        Place place,
        string message,
        (string? Try, string? Exists) help
    ) =>
        _problems.Add(
            new Problem(severity, message)
            {
                File = place.File,
                Line = place.Line,
                Try = help.Try,
                Exists = help.Exists,
            }
        );
}
