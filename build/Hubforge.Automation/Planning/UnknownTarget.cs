using Hubforge.Primitives;

namespace Hubforge.Automation.Planning;

/// <summary>The problem of a name that is no target.</summary>
internal static class UnknownTarget
{
    public static Problem Describe(BuildModel model, string name, string what)
    {
        var names = model.Targets.Select(target => target.Name).ToArray();
        return new Problem(Severity.Error, $"{what} '{name}' does not exist.")
        {
            Exists = string.Join(", ", names.Order(StringComparer.Ordinal)),
            Try = Suggestions.Closest(name, names) ?? "--help lists targets and parameters",
        };
    }
}
