using System.Text.RegularExpressions;
using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Pip;

/// <summary>Reads <c>No matching distribution found</c>, which pip says for very different reasons.</summary>
internal static partial class PipNoMatch
{
    public static SolveFailure? Find(PipLog log) => FindOtherPython(log) ?? FindNone(log);

    private static SolveFailure? FindOtherPython(PipLog log)
    {
        var match = log
            .Errors.Select(line => OtherPython().Match(line))
            .FirstOrDefault(found => found.Success);
        if (match is null)
        {
            return null;
        }

        var package = match.Groups["package"].Value;
        return new SolveFailure(
            SolveFailureKind.WrongPython,
            $"{package} needs Python {match.Groups["wanted"].Value}, the environment has {match.Groups["python"].Value}."
        )
        {
            Packages = [package],
            Chains = [log.Origins.Extend(RequirementChain.Of(new Requirement(package, "")))],
        };
    }

    private static SolveFailure? FindNone(PipLog log)
    {
        var match = log
            .Errors.Select(line => NotFound().Match(line))
            .FirstOrDefault(found => found.Success);
        if (match is null)
        {
            return null;
        }

        var wanted = Requirement.Parse(match.Groups["wanted"].Value);
        var versions = match.Groups["versions"].Value;
        var ignored = IgnoredVersions(log);
        var (kind, headline) = Classify(log, wanted, versions, ignored);
        return new SolveFailure(kind, headline)
        {
            Packages = [wanted.Package],
            Chains = [ChainTo(wanted, match.Groups["from"], log)],
            Facts =
            [
                new SolveFact("exists", versions == "none" ? "" : versions),
                new SolveFact("ignored", ignored),
            ],
        };
    }

    private static (SolveFailureKind Kind, string Headline) Classify(
        PipLog log,
        Requirement wanted,
        string versions,
        string ignored
    )
    {
        if (log.Lines.Any(line => Unreachable().IsMatch(line)))
        {
            return (
                SolveFailureKind.IndexUnreachable,
                $"The package index could not be reached while looking for {wanted}."
            );
        }

        if (MayMean(ignored, wanted))
        {
            return (
                SolveFailureKind.WrongPython,
                $"{wanted} exists, but not for the Python of this environment."
            );
        }

        return versions == "none"
            ? (SolveFailureKind.UnknownPackage, $"No index has a usable file of {wanted.Package}.")
            : (SolveFailureKind.NoSuchVersion, $"No index has a version that fits {wanted}.");
    }

    // A pinned version must be among the ignored ones; of a range pip itself found none that fits, so one of those left out may.
    private static bool MayMean(string ignored, Requirement wanted)
    {
        var pin = Pin().Match(wanted.Specifier);
        return ignored.Length > 0
            && (
                !pin.Success
                || ignored
                    .Split(';', StringSplitOptions.TrimEntries)
                    .Any(entry => entry.Split(' ')[0] == pin.Groups["version"].Value)
            );
    }

    private static string IgnoredVersions(PipLog log) =>
        log.Errors.Select(line => Ignored().Match(line))
            .FirstOrDefault(match => match.Success)
            ?.Groups["versions"]
            .Value.Trim()
        ?? "";

    private static RequirementChain ChainTo(Requirement wanted, Group from, PipLog log)
    {
        if (!from.Success)
        {
            return log.Origins.Extend(RequirementChain.Of(wanted));
        }

        var origin = PipOrigin.Parse(from.Value);
        var links = RequirementChain.Of([.. origin.Parents, wanted]) with
        {
            Source = origin.Source,
        };
        return origin.Source is null ? log.Origins.Extend(links) : links;
    }

    [GeneratedRegex(
        @"^Could not find a version that satisfies the requirement (?<wanted>.+?)(?: \(from (?<from>(?!versions:).+)\))? \(from versions: (?<versions>.*)\)$"
    )]
    private static partial Regex NotFound();

    [GeneratedRegex(
        @"^Ignored the following (?:yanked )?versions that require a different python version: (?<versions>.+)$"
    )]
    private static partial Regex Ignored();

    [GeneratedRegex(
        @"^Package '(?<package>[^']+)' requires a different Python: (?<python>\S+) not in '(?<wanted>[^']+)'"
    )]
    private static partial Regex OtherPython();

    [GeneratedRegex(
        @"connection broken by|Could not fetch URL|Temporary failure in name resolution|Connection refused|Max retries exceeded"
    )]
    private static partial Regex Unreachable();

    [GeneratedRegex(@"^===?\s*(?<version>[^,*\s]+)$")]
    private static partial Regex Pin();
}
