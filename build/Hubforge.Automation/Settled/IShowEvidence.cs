namespace Hubforge.Automation;

/// <summary>
/// A build that can say what a run without work has looked at. The next run of the same command then looks at that alone and, when it is
/// as it was, answers from the record: it makes no plan, and creates no instance of the build, so that its hooks are not called.
/// </summary>
public interface IShowEvidence : IHubforgeBuild
{
    /// <summary>
    /// Returns what this instance has looked at so far; null when some of it cannot be looked at again.
    /// Asked after a rehearsal, in which every target was found up to date.
    /// </summary>
    Task<Evidence?> ShowEvidenceAsync(CancellationToken cancellationToken);
}
