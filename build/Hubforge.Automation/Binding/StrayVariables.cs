using Hubforge.Primitives;

namespace Hubforge.Automation.Binding;

/// <summary>
/// Names variables that look like the build's own and give nothing a value: a slip of the pen, most likely. A warning and no error, because
/// variables are inherited, also by builds of other versions that do not know them.
/// </summary>
internal static class StrayVariables
{
    private const string Prefix = "HUBFORGE_";

    /// <param name="variables">All of the environment, each as <c>NAME=value</c>.</param>
    /// <param name="parameters">Those of the build.</param>
    public static IEnumerable<Problem> Find(
        IEnumerable<string> variables,
        IReadOnlyList<ParameterModel> parameters
    )
    {
        HashSet<string>? known = null;
        foreach (var assignment in variables)
        {
            if (!assignment.StartsWith(Prefix, StringComparison.Ordinal))
            {
                continue;
            }

            var variable = assignment.Split('=', 2)[0];

            known ??= [.. Known(parameters)];
            if (!known.Contains(variable))
            {
                yield return new Problem(
                    Severity.Warning,
                    $"The environment variable {variable} gives no parameter a value."
                )
                {
                    Try =
                        Closest(variable, known)
                        ?? "remove it; --describe lists the variables of each parameter",
                };
            }
        }
    }

    // What all of them begin with makes none of them alike.
    private static string? Closest(string variable, IEnumerable<string> known)
    {
        var names = known
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..]);
        return Suggestions.Closest(variable[Prefix.Length..], names) is { } closest
            ? Prefix + closest
            : null;
    }

    private static IEnumerable<string> Known(IReadOnlyList<ParameterModel> parameters) =>
        parameters
            .SelectMany(parameter => parameter.EnvironmentNames)
            .Append(Cli.SecretEditor.PasswordVariable);
}
