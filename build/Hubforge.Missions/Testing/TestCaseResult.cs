namespace Hubforge.Missions.Testing;

/// <summary>One test of an image.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Phase"><c>imports</c>, <c>notebooks</c>, <c>script</c> or <c>structure</c>.</param>
/// <param name="Name">What was tested: a package, a notebook.</param>
public sealed record TestCaseResult(string Environment, string Phase, string Name)
{
    /// <summary>How it ended.</summary>
    public TestOutcome Outcome { get; init; }

    /// <summary>How long it took.</summary>
    public double Seconds { get; init; }

    /// <summary>Why it failed; empty when it passed.</summary>
    public string Message { get; init; } = "";
}
