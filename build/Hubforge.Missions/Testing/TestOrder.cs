using System.Collections.Immutable;
using Hubforge.Missions.Images;

namespace Hubforge.Missions.Testing;

/// <summary>Tests that are wanted.</summary>
/// <param name="Image">Mission, platform and options.</param>
public sealed record TestOrder(ImageOrder Image)
{
    /// <summary>The environments to test; all when empty. A choice never counts as passed tests of the image.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>Lists of notebooks to add: <c>notebooks-failing</c>, <c>long-notebooks</c>, <c>long-notebooks-failing</c>.</summary>
    public ImmutableArray<string> Sets { get; init; } = [];

    /// <summary>How many notebooks run side by side; what the mission or the image says when null.</summary>
    public int? Jobs { get; init; }

    /// <summary>How long one notebook may take; what the mission says when null.</summary>
    public TimeSpan? Timeout { get; init; }
}
