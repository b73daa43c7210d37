namespace Hubforge.Automation;

/// <summary>What became of a node.</summary>
public enum NodeStatus
{
    /// <summary>It waits for its turn.</summary>
    Scheduled,

    /// <summary>Its actions run.</summary>
    Running,

    /// <summary>All its actions ended well.</summary>
    Succeeded,

    /// <summary>Its fingerprint is the one of its last success, so nothing was done.</summary>
    UpToDate,

    /// <summary>A condition, <c>--skip</c> or a skipped target left it out.</summary>
    Skipped,

    /// <summary>An action failed.</summary>
    Failed,

    /// <summary>It was cancelled while it ran.</summary>
    Aborted,

    /// <summary>Something that it depends on failed, or the run was cancelled before its turn.</summary>
    NotRun,

    /// <summary>It has no actions and stands for its dependencies.</summary>
    Collective,
}
