using System.Collections.Immutable;

namespace Hubforge.Automation.Fingerprints;

/// <summary>Says what changed between two sets of facts, in the words of plans and summaries.</summary>
internal static class FactsComparison
{
    /// <param name="before">The facts of the last success.</param>
    /// <param name="now">The facts of this run; needs that are not known yet are left out.</param>
    /// <param name="label">Turns the name of a value into what people type, such as <c>--use-frozen</c>.</param>
    /// <param name="runs">Whether a dependency runs in this plan.</param>
    public static IReadOnlyList<string> Describe(
        NodeFacts before,
        NodeFacts now,
        Func<string, string> label,
        Func<string, bool> runs
    )
    {
        var changes = new List<string>();
        Compare(
            Pairs(before.Inputs),
            Pairs(now.Inputs),
            (name, old, current) =>
                changes.Add(
                    current is null or FileDigest.Missing ? $"{name} is gone"
                    : old is null or FileDigest.Missing ? $"{name} is new"
                    : $"{name} changed"
                )
        );
        Compare(
            before.Values,
            now.Values,
            (name, old, current) =>
                changes.Add(
                    current is null ? $"{label(name)} no longer counts"
                    : old is null ? $"{label(name)} counts now"
                    : $"{label(name)}: {old} -> {current}"
                )
        );
        Compare(
            before.Needs,
            now.Needs,
            (name, _, current) =>
                changes.Add(
                    current is null ? $"{name} is no longer needed"
                    : runs(name) ? $"{name} runs"
                    : $"{name} changed"
                )
        );
        return changes;
    }

    private static ImmutableArray<NamedText> Pairs(ImmutableArray<FileDigest> files) =>
        [.. files.Select(file => new NamedText(file.Name, file.Digest))];

    private static void Compare(
        ImmutableArray<NamedText> before,
        ImmutableArray<NamedText> now,
        Action<string, string?, string?> onChange
    )
    {
        var old = new Dictionary<string, string>(before.Length);
        foreach (var (name, was) in before)
        {
            old[name] = was;
        }

        foreach (var (name, current) in now)
        {
            if (!old.Remove(name, out var was))
            {
                onChange(name, null, current);
            }
            else if (was != current)
            {
                onChange(name, was, current);
            }
        }

        foreach (var (name, was) in old)
        {
            onChange(name, was, null);
        }
    }
}
