namespace Hubforge.Missions.Specs;

/// <summary>A package that a line of a spec asks for.</summary>
/// <param name="Ecosystem">Where it is to come from.</param>
/// <param name="Name">The normalised name.</param>
/// <param name="Text">The line as it was written.</param>
/// <param name="Place">The line.</param>
public sealed record PackageRequest(Ecosystem Ecosystem, string Name, string Text, Place Place)
{
    /// <summary>Whether the line only constrains the package, should something else ask for it.</summary>
    public bool IsConstraint { get; init; }

    /// <summary>The parsed pip requirement.</summary>
    internal Pip.PipRequirement? Requirement { get; init; }

    /// <summary>The parsed match spec.</summary>
    internal Conda.CondaMatchSpec? MatchSpec { get; init; }
}
