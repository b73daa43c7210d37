namespace Hubforge.Automation.Execution;

/// <summary>What a plan says of a node.</summary>
internal enum VerdictKind
{
    /// <summary>It will run.</summary>
    Run,

    /// <summary>It has nothing to do.</summary>
    UpToDate,

    /// <summary>What it does is decided by the outputs of a node before it.</summary>
    Depends,

    /// <summary>It is left out.</summary>
    Skip,

    /// <summary>It has no actions.</summary>
    Collective,
}
