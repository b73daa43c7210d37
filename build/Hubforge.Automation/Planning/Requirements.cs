using Hubforge.Automation.Binding;
using Hubforge.Primitives;

namespace Hubforge.Automation.Planning;

/// <summary>Checks what a plan needs before its first target, all at once.</summary>
internal static class Requirements
{
    /// <exception cref="InvalidBuildException">Something is missing.</exception>
    public static void Check(
        HubforgeBuild build,
        Plan plan,
        IReadOnlyList<ParameterModel> parameters
    )
    {
        var problems = new List<Problem>();
        foreach (var parameter in parameters.Where(parameter => parameter.IsRequired))
        {
            if (!new Targets.Requirement(() => MemberValue.Of(build, parameter), "").IsMet())
            {
                problems.Add(Missing(parameter, "The build"));
            }
        }

        var skipped = plan
            .Nodes.Where(node => node.SkipReason is not null)
            .Select(node => node.Target)
            .ToHashSet();
        foreach (var target in plan.Targets.Where(target => !skipped.Contains(target)))
        {
            foreach (var requirement in target.Specification.Requirements)
            {
                if (!requirement.IsMet())
                {
                    problems.Add(Describe(target, requirement.Text, parameters));
                }
            }
        }

        if (problems.Count > 0)
        {
            throw new InvalidBuildException(problems);
        }
    }

    private static Problem Describe(
        TargetModel target,
        string text,
        IReadOnlyList<ParameterModel> parameters
    )
    {
        var member = Targets.ExpressionText.Member(text);
        var parameter = parameters.FirstOrDefault(known => known.Member?.Name == member);
        return parameter is not null
            ? Missing(parameter, $"Target '{target.Name}'")
            : new Problem(Severity.Error, $"Target '{target.Name}' requires {text}.")
            {
                Try = "give the parameters that it speaks of; --help lists them",
            };
    }

    private static Problem Missing(ParameterModel parameter, string who) =>
        new(Severity.Error, $"{who} requires {parameter.Option}, which has no value.")
        {
            Try =
                $"{parameter.Option} <value>"
                + (
                    parameter.EnvironmentNames.Count > 0
                        ? $", or the variable {parameter.EnvironmentNames[0]}"
                        : ""
                ),
        };
}
