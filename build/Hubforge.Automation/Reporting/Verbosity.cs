namespace Hubforge.Automation;

/// <summary>How much a run shows; the log file always has everything.</summary>
public enum Verbosity
{
    /// <summary>Errors and the summary.</summary>
    Quiet,

    /// <summary>Warnings too.</summary>
    Minimal,

    /// <summary>What steps do and what programs print.</summary>
    Normal,

    /// <summary>Everything.</summary>
    Verbose,
}
