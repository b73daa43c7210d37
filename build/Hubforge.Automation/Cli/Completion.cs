using Hubforge.Automation.Binding;
using Hubforge.Automation.Planning;
using Hubforge.Primitives;

namespace Hubforge.Automation.Cli;

/// <summary>Says what can follow on a command line that is being typed.</summary>
internal static class Completion
{
    /// <param name="model">Targets and parameters.</param>
    /// <param name="root">Where profiles are.</param>
    /// <param name="words">The words so far; the last one is being typed and may be empty.</param>
    public static IEnumerable<string> Of(
        BuildModel model,
        AbsolutePath root,
        IReadOnlyList<string> words
    )
    {
        var current = words.Count == 0 ? "" : words[^1];
        var equals = current.IndexOf('=', StringComparison.Ordinal);
        if (current.StartsWith('-') && equals > 0)
        {
            var option = current[..equals];
            return Starting(
                Values(model, root, option).Select(value => $"{option}={value}"),
                current
            );
        }

        if (current.StartsWith('-'))
        {
            return Starting(
                    model
                        .Parameters.Select(parameter => parameter.Option)
                        .Order(StringComparer.Ordinal),
                    current
                )
                .Where(option => !words.SkipLast(1).Contains(option));
        }

        var last = words.SkipLast(1).LastOrDefault(word => word.StartsWith('-'));
        var candidates = last is null ? Targets(model, words) : Values(model, root, last);
        return Starting(candidates, current);
    }

    private static IEnumerable<string> Starting(IEnumerable<string> candidates, string start) =>
        candidates.Where(candidate =>
            candidate.StartsWith(start, StringComparison.OrdinalIgnoreCase)
        );

    private static IEnumerable<string> Targets(BuildModel model, IReadOnlyList<string> words) =>
        model
            .Targets.Select(target => target.Name)
            .Where(name => !words.SkipLast(1).Contains(name, StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<string> Values(BuildModel model, AbsolutePath root, string option)
    {
        if (model.FindParameter(option) is not { } parameter)
        {
            return [];
        }

        return parameter switch
        {
            { Member: null, Name: "Target" or "Skip" or "Why" } => model.Targets.Select(target =>
                target.Name
            ),
            { Member: null, Name: "Profile" } => Sources.ProfilesIn(root),
            _ when parameter.Type == typeof(bool) => ["true", "false"],
            _ => parameter.ValueSet(),
        };
    }
}
