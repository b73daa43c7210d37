namespace Hubforge.Missions.Specs.Pip;

/// <summary>One logical line of a pip list: a requirement, or an option such as <c>-r other.pip</c>.</summary>
internal sealed record PipLine(Place Place, string Text)
{
    /// <summary>The requirement; null for an option.</summary>
    public PipRequirement? Requirement { get; init; }

    /// <summary>The option; null for a requirement.</summary>
    public PipOption? Option { get; init; }
}
