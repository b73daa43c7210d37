using System.Text.RegularExpressions;
using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Conda;

/// <summary>Reads the sentences of libsolv: in <c>solver_problems</c> of the JSON, or as a list in conda's text.</summary>
internal static partial class CondaProblems
{
    public static SolveFailure? Find(string[] lines)
    {
        var reply = CondaJson.FindTransaction(string.Join('\n', lines));
        var problems = reply is { SolverProblems.Count: > 0 }
            ? [.. reply.SolverProblems]
            : Listed(lines);
        if (problems.Count == 0)
        {
            return null;
        }

        var failure = CondaVerdict.Of([.. problems.Select(Read)]);
        return failure with
        {
            Facts = [.. problems.Select(problem => new SolveFact("solver", problem))],
        };
    }

    private static List<string> Listed(string[] lines) =>
        [
            .. lines
                .SkipWhile(line => !ListTitle().IsMatch(line))
                .Skip(1)
                .SkipWhile(line => line.Trim().Length == 0)
                .TakeWhile(line => line.TrimStart().StartsWith("- ", StringComparison.Ordinal))
                .Select(line => line.TrimStart()[2..])
                .Select(text =>
                    NameOnly().IsMatch(text) ? $"nothing provides requested {text}" : text
                ),
        ];

    private static CondaComplaint Read(string problem)
    {
        var match = Sentence().Match(problem);
        var asker = match.Groups["who"].Success
            ? CondaRequirement.ParseFileName(match.Groups["who"].Value)
            : null;
        var wanted = match.Groups["what"].Success
            ? CondaRequirement.Parse(match.Groups["what"].Value)
            : null;
        return (asker, wanted) switch
        {
            (null, null) => new(RequirementChain.Of(new Requirement("", "")), CondaTrouble.Unnamed),
            (not null, null) => new(RequirementChain.Of(asker), TroubleOf(problem)),
            (null, not null) => new(RequirementChain.Of(wanted), Missing(wanted)),
            _ => new(
                RequirementChain.Of(asker, wanted),
                problem.StartsWith("nothing", StringComparison.Ordinal)
                    ? Missing(wanted)
                    : CondaTrouble.Conflict
            ),
        };
    }

    private static CondaTrouble Missing(Requirement wanted) =>
        wanted.Package.StartsWith("__", StringComparison.Ordinal)
            ? CondaTrouble.MissingOnSystem
            : CondaTrouble.Missing;

    private static CondaTrouble TroubleOf(string problem) =>
        problem.Contains("strict repo priority", StringComparison.Ordinal)
            ? CondaTrouble.Priority
            : CondaTrouble.Conflict;

    [GeneratedRegex(
        @"^(?:package (?<who>\S+) requires (?<what>.+), but none of the providers can be installed|package (?<who>\S+) has constraint (?<what>.+) conflicting with \S+|package (?<who>\S+) conflicts with (?<what>.+?) provided by \S+|nothing provides requested (?<what>.+)|nothing provides (?<what>.+) needed by (?<who>\S+)|cannot install both (?<who>\S+) and \S+|package (?<who>\S+) is .+)$"
    )]
    private static partial Regex Sentence();

    [GeneratedRegex(
        @"Encountered problems while solving|PackagesNotFoundError: The following packages are not available"
    )]
    private static partial Regex ListTitle();

    [GeneratedRegex(@"^[^\s]+$")]
    private static partial Regex NameOnly();
}
