using System.Text.RegularExpressions;
using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Pip;

/// <summary>Reads failures of programs that pip starts: build backends, and git for requirements from a repository.</summary>
internal static partial class PipBuildFailure
{
    public static SolveFailure? Find(PipLog log) => FindGit(log) ?? FindBuild(log);

    private static SolveFailure? FindGit(PipLog log)
    {
        var git = log
            .Lines.Select(line => GitFailed().Match(line))
            .FirstOrDefault(match => match.Success);
        return git is null
            ? null
            : new SolveFailure(
                SolveFailureKind.IndexUnreachable,
                $"The source repository {git.Groups["url"].Value} could not be fetched.".Replace(
                    "  ",
                    " ",
                    StringComparison.Ordinal
                )
            )
            {
                Facts = [new SolveFact("git", LastOf(log, GitSays()))],
            };
    }

    private static SolveFailure? FindBuild(PipLog log)
    {
        if (!log.Lines.Any(line => Failed().IsMatch(line)))
        {
            return null;
        }

        var packages = PackagesOf(log);
        var subject = packages.Count > 0 ? string.Join(", ", packages) : "A package";
        return new SolveFailure(
            SolveFailureKind.BuildFailed,
            $"{subject} has no usable wheel, and building it from source failed."
        )
        {
            Packages = [.. packages],
            Chains =
            [
                .. packages.Select(package =>
                    log.Origins.Extend(RequirementChain.Of(new Requirement(package, "")))
                ),
            ],
            Facts =
            [
                new SolveFact("step", LastOf(log, Step())),
                new SolveFact("reason", Reason(log)),
            ],
        };
    }

    // The names stand at the end when wheels fail; when the metadata fails, the package is the last one that was begun.
    private static List<string> PackagesOf(PipLog log)
    {
        var named = log
            .Lines.Select(line => Named().Match(line))
            .Where(match => match.Success)
            .SelectMany(match =>
                match.Groups["names"].Value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
            )
            .Distinct()
            .ToList();
        if (named.Count > 0)
        {
            return named;
        }

        var begun = log
            .Lines.TakeWhile(line => !Failed().IsMatch(line))
            .Select(line => Begun().Match(line))
            .LastOrDefault(match => match.Success);
        return begun is null ? [] : [NameOf(begun.Groups["what"].Value)];
    }

    private static string NameOf(string what)
    {
        var file = Path.GetFileName(what);
        return
            what.Contains('/', StringComparison.Ordinal)
            && file.Contains('-', StringComparison.Ordinal)
            ? file[..file.LastIndexOf('-')]
            : Requirement.Parse(what).Package;
    }

    private static string LastOf(PipLog log, Regex pattern) =>
        log.Lines.Select(line => pattern.Match(line))
            .LastOrDefault(match => match.Success)
            ?.Groups["text"]
            .Value
        ?? "";

    // The last line of the program's own output says most.
    private static string Reason(PipLog log) =>
        log.Lines.TakeWhile(line => line.Trim() != "[end of output]")
            .LastOrDefault(line => line.Trim().Length > 0)
            ?.Trim()
        ?? "";

    [GeneratedRegex(
        @"subprocess-exited-with-error|metadata-generation-failed|Failed building wheel for|Could not build wheels for|^ERROR: Failed to build|legacy-install-failure"
    )]
    private static partial Regex Failed();

    [GeneratedRegex(
        @"^\s*(?:ERROR:\s+)?(?:Failed building wheel for (?<names>\S+)|Failed to build (?:installable wheels for some pyproject\.toml based projects \()?(?<names>[A-Za-z0-9][^()':]*?)\)?|Could not build wheels for (?<names>[^,]+),.*)$"
    )]
    private static partial Regex Named();

    [GeneratedRegex(@"^\s*(?:Collecting|Processing) (?<what>\S+)")]
    private static partial Regex Begun();

    [GeneratedRegex(@"^\s*× (?<text>(?!Encountered).+?)(?: did not run successfully\.)?$")]
    private static partial Regex Step();

    [GeneratedRegex(
        @"^\s*× git (?:clone|fetch|checkout)\b(?:.*?(?<url>(?:https?|ssh|git|file)://\S+|\S+@\S+:\S+))?.* did not run successfully"
    )]
    private static partial Regex GitFailed();

    [GeneratedRegex(@"^\s*(?<text>fatal: .+|ERROR: Repository not found.*)$")]
    private static partial Regex GitSays();
}
