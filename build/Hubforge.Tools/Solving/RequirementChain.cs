using System.Collections.Immutable;

namespace Hubforge.Tools.Solving;

/// <summary>Who asks for what: from the requirement that somebody wrote down to the one that cannot be met.</summary>
/// <param name="Links">At least one; each is a requirement of the one before it.</param>
public sealed record RequirementChain(ImmutableArray<Requirement> Links)
{
    /// <summary>What the tool says of the last link, such as <c>does not exist</c>; empty when it says nothing.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>Whether the first link is a constraint (<c>-c</c>), which asks for no package by itself.</summary>
    public bool IsConstraint { get; init; }

    /// <summary>Where the first link was written, when the tool tells; null otherwise.</summary>
    public SourceLine? Source { get; init; }

    /// <summary>The requirement to look for in the specs.</summary>
    public Requirement Root => Links[0];

    /// <summary>The requirement that cannot be met together with the others.</summary>
    public Requirement Leaf => Links[^1];

    /// <summary>Makes a chain of the requirements, first asked first.</summary>
    public static RequirementChain Of(params ReadOnlySpan<Requirement> links) => new([.. links]);

    /// <summary>Returns the chain in one line: <c>nebula =1.0 -> skytools &gt;=1.1 -> starkit &gt;=1.1,&lt;2 (does not exist)</c>.</summary>
    public override string ToString()
    {
        var outcome = (IsConstraint, Outcome.Length) switch
        {
            (true, _) => " (constraint)",
            (_, 0) => "",
            _ => $" ({Outcome})",
        };
        return string.Join(" -> ", Links) + outcome;
    }
}
