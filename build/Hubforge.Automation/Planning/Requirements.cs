using Hubforge.Automation.Binding;
using Hubforge.Automation.Targets;
using Hubforge.Primitives;

namespace Hubforge.Automation.Planning;

/// <summary>Checks what a plan needs before its first target, all at once.</summary>
/// <param name="build">The instance with its bound members.</param>
/// <param name="parameters">Its parameters.</param>
/// <param name="ask">Asks a person for a parameter and binds the answer; false when there is none.</param>
internal sealed class Requirements(
    HubforgeBuild build,
    IReadOnlyList<ParameterModel> parameters,
    Func<ParameterModel, bool> ask
)
{
    private readonly List<Problem> _problems = [];

    /// <summary>Returns everything that is missing.</summary>
    public IReadOnlyList<Problem> Check(Plan plan)
    {
        foreach (var parameter in parameters.Where(parameter => parameter.IsRequired))
        {
            var requirement = new Requirement(
                () => MemberValue.Of(build, parameter),
                parameter.Name
            );
            Check(requirement, parameter, "The build");
        }

        var skipped = plan
            .Nodes.Where(node => node.SkipReason is not null)
            .Select(node => node.Target)
            .ToHashSet();
        foreach (var target in plan.Targets.Where(target => !skipped.Contains(target)))
        {
            foreach (var requirement in target.Specification.Requirements)
            {
                Check(requirement, FindParameter(requirement), $"Target '{target.Name}'");
            }
        }

        return _problems;
    }

    private ParameterModel? FindParameter(Requirement requirement)
    {
        // Only a bare member can be asked for; a comparison cannot be answered.
        var member = requirement.Text.TrimEnd('!');
        member = member.StartsWith("this.", StringComparison.Ordinal) ? member[5..] : member;
        return parameters.FirstOrDefault(known => known.Member?.Name == member);
    }

    private void Check(Requirement requirement, ParameterModel? parameter, string who)
    {
        if (requirement.IsMet() || (parameter is not null && ask(parameter) && requirement.IsMet()))
        {
            return;
        }

        _problems.Add(
            parameter is not null
                ? Missing(parameter, who)
                : new Problem(Severity.Error, $"{who} requires {requirement.Text}.")
                {
                    Try = "give the parameters that it speaks of; --help lists them",
                }
        );
    }

    private static Problem Missing(ParameterModel parameter, string who) =>
        new(Severity.Error, $"{who} requires {parameter.Option}, which has no value.")
        {
            Exists = parameter.ValueSet() is { Count: > 0 } choices
                ? string.Join(", ", choices)
                : null,
            Try =
                parameter.EnvironmentNames.Count > 0
                    ? $"{parameter.Option} <value>, or the variable {parameter.EnvironmentNames[0]}"
                    : $"{parameter.Option} <value>",
        };
}
