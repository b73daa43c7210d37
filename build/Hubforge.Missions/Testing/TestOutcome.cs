namespace Hubforge.Missions.Testing;

/// <summary>How a test ended.</summary>
public enum TestOutcome
{
    /// <summary>Well.</summary>
    Passed,

    /// <summary>Badly.</summary>
    Failed,

    /// <summary>It was not run, on purpose.</summary>
    Skipped,

    /// <summary>Well, with something to look at.</summary>
    Warning,
}
