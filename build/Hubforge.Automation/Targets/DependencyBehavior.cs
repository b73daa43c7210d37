namespace Hubforge.Automation;

/// <summary>What becomes of the dependencies of a target that is skipped.</summary>
public enum DependencyBehavior
{
    /// <summary>Dependencies that nothing else needs are skipped too. The default.</summary>
    Skip,

    /// <summary>Dependencies run all the same.</summary>
    Execute,
}
