using System.Globalization;
using System.Text.RegularExpressions;
using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Pip;

/// <summary>Reads complaints about the requirements themselves.</summary>
internal static partial class PipInputFailure
{
    public static SolveFailure? Find(PipLog log) =>
        log.Errors.Select(Read).FirstOrDefault(failure => failure is not null);

    private static SolveFailure? Read(string error)
    {
        var match = Bad().Match(error);
        if (!match.Success)
        {
            return null;
        }

        var spec = match.Groups["spec"].Value;
        var source = match.Groups["file"].Success
            ? new SourceLine(
                match.Groups["file"].Value,
                int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture)
            )
            : null;
        return new SolveFailure(SolveFailureKind.BadSpec, error)
        {
            Chains =
                spec.Length == 0
                    ? []
                    : [RequirementChain.Of(Requirement.Parse(spec)) with { Source = source }],
        };
    }

    [GeneratedRegex(
        @"^(?:Invalid requirement: '?(?<spec>[^']*)'?(?:.*\(from line (?<line>\d+) of (?<file>.+)\))?|Could not open requirements file: .*|Invalid (?:constraint|URL|specifier).*|.* is not a valid editable requirement.*)"
    )]
    private static partial Regex Bad();
}
