using System.Text.RegularExpressions;
using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Pip;

/// <summary>Reads <c>ResolutionImpossible</c>: the packages that pip cannot install together, and who asks for what.</summary>
internal static partial class PipConflict
{
    private const string Causes = "The conflict is caused by:";

    public static SolveFailure? Find(PipLog log)
    {
        var error = log
            .Errors.Select(line => CannotInstall().Match(line))
            .FirstOrDefault(match => match.Success);
        if (error is null)
        {
            return null;
        }

        var causes = log.Below(Causes, line => line.StartsWith(' '))
            .Select(line => CauseOf(line.Trim(), log))
            .OfType<RequirementChain>()
            .ToList();
        var chains = causes.Count > 0 ? causes : [.. Named(error.Groups["names"].Value)];
        var disputed = chains.Select(chain => chain.Leaf.Package).Distinct().ToList();
        return new SolveFailure(
            SolveFailureKind.Conflict,
            $"The pip requirements {(causes.Count > 0 ? $"on {string.Join(", ", disputed)} " : "")}exclude each other."
        )
        {
            Packages = [.. disputed],
            Chains = [.. chains],
        };
    }

    private static RequirementChain? CauseOf(string line, PipLog log)
    {
        if (Requested().Match(line) is { Success: true } requested)
        {
            var chain = RequirementChain.Of(Read(requested.Groups["what"].Value)) with
            {
                IsConstraint = requested.Groups["constraint"].Success,
            };
            return chain.IsConstraint
                ? chain
                : chain with
                {
                    Source = log.Origins.Of(chain.Root).Source,
                };
        }

        return DependsOn().Match(line) is { Success: true } depends
            ? log.Origins.Extend(
                RequirementChain.Of(
                    Read(depends.Groups["who"].Value),
                    Read(depends.Groups["what"].Value)
                )
            )
            : null;
    }

    // Without the block of causes (pip -q) only the names at the top are left: `a==1, b and c==2`.
    private static IEnumerable<RequirementChain> Named(string names) =>
        Separator()
            .Split(names)
            .Select(name =>
                PipOrigin.FindSource(name) is { } source
                    ? RequirementChain.Of(new Requirement("", "")) with
                    {
                        Source = source,
                    }
                    : RequirementChain.Of(Read(name))
            )
            .Where(chain => chain.Root.Package.Length > 0);

    // pip joins the parts of a range with "and".
    private static Requirement Read(string text) =>
        Requirement.Parse(text.Replace(" and ", ",", StringComparison.Ordinal));

    [GeneratedRegex(
        @"^Cannot install (?<names>.+) because these package versions have conflicting dependencies"
    )]
    private static partial Regex CannotInstall();

    [GeneratedRegex(@"^The user requested (?<constraint>\(constraint\) )?(?<what>.+)$")]
    private static partial Regex Requested();

    [GeneratedRegex(@"^(?<who>.+?) depends on (?<what>.+)$")]
    private static partial Regex DependsOn();

    [GeneratedRegex(@", | and ")]
    private static partial Regex Separator();
}
