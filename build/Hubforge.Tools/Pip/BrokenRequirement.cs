using System.Text.RegularExpressions;
using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Pip;

/// <summary>An installed package whose requirement is not met, as <c>pip check</c> lists it.</summary>
/// <param name="Package">The installed package and its version.</param>
/// <param name="Requirement">What it needs.</param>
/// <param name="Installed">The version that is there instead; null when the required package is not there at all.</param>
public sealed partial record BrokenRequirement(
    Requirement Package,
    Requirement Requirement,
    string? Installed
)
{
    /// <summary>Returns what the line says, or null when it says something else.</summary>
    public static BrokenRequirement? Find(string line)
    {
        var match = Line().Match(line.Trim());
        return match.Success
            ? new BrokenRequirement(
                new Requirement(match.Groups["package"].Value, match.Groups["version"].Value),
                Requirement.Parse(match.Groups["requirement"].Value),
                match.Groups["installed"].Success ? match.Groups["installed"].Value : null
            )
            : null;
    }

    /// <summary>Returns the same as a chain of requirements.</summary>
    internal RequirementChain ToChain() =>
        RequirementChain.Of(Package, Requirement) with
        {
            Outcome = Installed is { } version ? $"{version} is installed" : "not installed",
        };

    [GeneratedRegex(
        @"^(?<package>\S+) (?<version>\S+) (?:requires|has requirement) (?<requirement>.+?), (?:but you have \S+ (?<installed>[^\s,]+?)(?: which is incompatible)?\.|(?:but you don't have it|which is not installed)\.)$"
    )]
    private static partial Regex Line();
}
