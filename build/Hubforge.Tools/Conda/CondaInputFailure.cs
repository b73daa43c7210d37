using System.Globalization;
using System.Text.RegularExpressions;
using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Conda;

/// <summary>Reads complaints about the specs themselves: match specs, yml files, files that are not there.</summary>
internal static partial class CondaInputFailure
{
    public static SolveFailure? Find(string[] lines)
    {
        var complaint = lines
            .Select(CondaComplaintLine.Find)
            .OfType<string>()
            .FirstOrDefault(text => Bad().IsMatch(text));
        if (complaint is null)
        {
            return null;
        }

        var spec = Quoted().Match(complaint).Groups["spec"].Value;
        var place = PlaceIn(lines, complaint);
        return new SolveFailure(SolveFailureKind.BadSpec, complaint)
        {
            Chains =
                spec.Length == 0
                    ? []
                    : [RequirementChain.Of(CondaRequirement.Parse(spec)) with { Source = place }],
            Facts =
            [
                new SolveFact("file", place?.ToString() ?? ""),
                new SolveFact("reason", Reason(lines, complaint)),
            ],
        };
    }

    private static SourceLine? PlaceIn(string[] lines, string complaint)
    {
        var file = File().Match(complaint);
        var line = lines
            .Select(text => YamlError().Match(text))
            .FirstOrDefault(match => match.Success);
        return file.Success
            ? new SourceLine(
                file.Groups["file"].Value,
                line is null
                    ? null
                    : int.Parse(line.Groups["line"].Value, CultureInfo.InvariantCulture)
            )
            : null;
    }

    private static string Reason(string[] lines, string complaint) =>
        lines
            .Select(CondaComplaintLine.Find)
            .OfType<string>()
            .FirstOrDefault(text => text != complaint && YamlError().IsMatch(text))
        ?? "";

    [GeneratedRegex(
        @"^(?:Error parsing (?:version|MatchSpec)|Invalid spec\b|YAML error|YAML spec file|failed to open|yaml-cpp|InvalidMatchSpec|InvalidSpec|Configuration file specified)"
    )]
    private static partial Regex Bad();

    [GeneratedRegex(
        @"(?:MatchSpec|spec) [""'](?<spec>[^""']+)[""']|no package name found: (?<spec>.+)"
    )]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"(?:spec file|does not exist at) '(?<file>[^']+)'|failed to open (?<file>.+?): "
    )]
    private static partial Regex File();

    [GeneratedRegex(@"yaml-cpp: error at line (?<line>\d+)")]
    private static partial Regex YamlError();
}
