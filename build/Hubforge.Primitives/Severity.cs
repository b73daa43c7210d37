namespace Hubforge.Primitives;

/// <summary>How much a message matters, least first.</summary>
public enum Severity
{
    /// <summary>Shown only with verbosity <c>Verbose</c>.</summary>
    Trace,

    /// <summary>What programs print, line by line.</summary>
    Debug,

    /// <summary>What a step does.</summary>
    Information,

    /// <summary>Something to look at that stops nothing.</summary>
    Warning,

    /// <summary>Something that fails the step.</summary>
    Error,
}
