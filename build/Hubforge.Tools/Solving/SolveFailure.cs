using System.Collections.Immutable;
using Hubforge.Primitives;

namespace Hubforge.Tools.Solving;

/// <summary>Why packages could not be solved or installed, taken from what a package tool printed.</summary>
/// <param name="Kind">What to do about it depends on this.</param>
/// <param name="Headline">One line that says what failed.</param>
public sealed record SolveFailure(SolveFailureKind Kind, string Headline)
{
    // A maze of hundreds of chains explains nothing; the log has them all.
    private const int MostShown = 12;

    /// <summary>The packages that the failure is about: disputed, unknown, mismatching. Empty when the tool does not name them.</summary>
    public ImmutableArray<string> Packages { get; init; } = [];

    /// <summary>Who asks for what, as far as the tool says.</summary>
    public ImmutableArray<RequirementChain> Chains { get; init; } = [];

    /// <summary>Further facts: versions that exist, expected and actual hash, addresses.</summary>
    public ImmutableArray<SolveFact> Facts { get; init; } = [];

    /// <summary>The requirements to look for in the specs, each once.</summary>
    public ImmutableArray<Requirement> Requested =>
        [.. Chains.Select(chain => chain.Root).Distinct()];

    /// <summary>Returns the one thing to try, in the words of an environment's author.</summary>
    /// <param name="environment">The environment's name, as commands take it.</param>
    public string Advise(string environment) => SolveAdvice.For(this, environment);

    /// <summary>Returns headline and facts; the caller adds its own and closes it with <see cref="Advise"/>.</summary>
    public FailureText Describe()
    {
        var text = new FailureText(Headline)
            .With("packages", string.Join(", ", Packages))
            .With("asked for", Shown(Chains));
        return Facts.Aggregate(text, (described, fact) => described.With(fact.Label, fact.Value));
    }

    private static string Shown(ImmutableArray<RequirementChain> chains)
    {
        var lines = chains
            .Take(MostShown)
            .Select(chain => chain.Source is { } source ? $"{chain}, in {source}" : $"{chain}");
        return chains.Length <= MostShown
            ? string.Join('\n', lines)
            : string.Join('\n', lines.Append($"... and {chains.Length - MostShown} more"));
    }
}
