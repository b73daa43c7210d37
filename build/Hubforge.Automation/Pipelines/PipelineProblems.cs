using Hubforge.Primitives;

namespace Hubforge.Automation.Pipelines;

/// <summary>Finds what is wrong in the attributes, all at once.</summary>
internal sealed class PipelineProblems(
    BuildOutline outline,
    IReadOnlyList<PipelineAttribute> pipelines,
    IReadOnlyList<PipelineJobAttribute> refinements
)
{
    /// <summary>Returns the problems; none when the pipelines can be written.</summary>
    public IReadOnlyList<Problem> List() =>
        [
            .. pipelines.SelectMany(OfPipeline),
            .. refinements.SelectMany(OfRefinement),
            .. pipelines
                .GroupBy(pipeline => pipeline.Path)
                .Where(group => group.Count() > 1)
                .Select(group => new Problem(
                    Severity.Error,
                    $"{group.Count()} pipelines would be written to {group.Key}"
                )
                {
                    Try = "give each pipeline a name of its own",
                }),
        ];

    private IEnumerable<Problem> OfPipeline(PipelineAttribute pipeline)
    {
        var place = $"pipeline '{pipeline.Name}'";
        if (pipeline.InvokedTargets.Length == 0)
        {
            yield return new Problem(Severity.Error, $"{place} invokes no target")
            {
                Try = "name at least one, as in InvokedTargets = [nameof(Test)]",
            };
        }

        foreach (var problem in UnknownTargets(place, pipeline.InvokedTargets))
        {
            yield return problem;
        }

        foreach (
            var problem in UnknownParameters(
                place,
                [.. pipeline.ImportSecrets, .. pipeline.ImportVariables]
            )
        )
        {
            yield return problem;
        }
    }

    private IEnumerable<Problem> OfRefinement(PipelineJobAttribute refinement)
    {
        var place = $"[PipelineJob(\"{refinement.Pipeline}\", \"{refinement.Target}\")]";
        var named = pipelines.Where(pipeline => pipeline.Name == refinement.Pipeline).ToList();
        if (named.Count == 0)
        {
            yield return Unknown(
                $"{place}: there is no pipeline '{refinement.Pipeline}'",
                refinement.Pipeline,
                pipelines.Select(pipeline => pipeline.Name)
            );
        }
        else if (!named.Exists(pipeline => pipeline.InvokedTargets.Contains(refinement.Target)))
        {
            yield return Unknown(
                $"{place}: the pipeline has no job '{refinement.Target}'",
                refinement.Target,
                named.SelectMany(pipeline => pipeline.InvokedTargets)
            );
        }

        foreach (
            var problem in UnknownParameters(
                place,
                [.. refinement.ImportSecrets, .. refinement.ImportVariables]
            )
        )
        {
            yield return problem;
        }

        foreach (var permission in refinement.Permissions.Where(text => !IsPermission(text)))
        {
            yield return new Problem(Severity.Error, $"{place}: '{permission}' is no permission")
            {
                Try = "write it as scope and access, as in \"packages: write\"",
            };
        }
    }

    private static bool IsPermission(string text) =>
        text.Split(": ") is [{ Length: > 0 } scope, "read" or "write"]
        && scope.All(character => char.IsAsciiLetterLower(character) || character == '-');

    private IEnumerable<Problem> UnknownTargets(string place, IEnumerable<string> names) =>
        names
            .Where(name => outline.FindTarget(name) is null)
            .Select(name =>
                Unknown(
                    $"{place}: there is no target '{name}'",
                    name,
                    outline.Targets.Select(target => target.Name)
                )
            );

    private IEnumerable<Problem> UnknownParameters(string place, IEnumerable<string> names) =>
        names
            .Where(name => outline.FindParameter(name) is null)
            .Select(name =>
                Unknown(
                    $"{place}: there is no parameter '{name}'",
                    name,
                    outline.Parameters.Select(parameter => parameter.Name)
                )
            );

    private static Problem Unknown(string message, string name, IEnumerable<string> existing)
    {
        var names = existing.Distinct().Order(StringComparer.Ordinal).ToList();
        return new Problem(Severity.Error, message)
        {
            Exists = string.Join(", ", names),
            Try = Suggestions.Closest(name, names) is { } closest
                ? $"did you mean '{closest}'?"
                : "name one that exists",
        };
    }
}
