namespace Hubforge.Missions.Specs;

/// <summary>What a file in an environment's folder is for. It is told by the real extension: <c>a.b.pip</c> is a pip list.</summary>
public enum SpecKind
{
    /// <summary>A conda environment spec (<c>.yml</c>).</summary>
    CondaYaml,

    /// <summary>An explicit list of conda packages (<c>.explicit</c>).</summary>
    Explicit,

    /// <summary>A list of conda match specs (<c>.conda</c>).</summary>
    CondaList,

    /// <summary>A list of pip requirements (<c>.pip</c>).</summary>
    PipList,

    /// <summary>A list of Debian packages (<c>.apt</c>).</summary>
    AptList,

    /// <summary>Constraints that make a solve work (<c>build-hints.pip</c>).</summary>
    Hints,

    /// <summary>The name that JupyterLab shows (<c>kernel.name</c>).</summary>
    KernelName,

    /// <summary>A program that renews the specs (<c>update-requirements</c>).</summary>
    UpdateRequirements,

    /// <summary>Notes, switched-off specs and documentation; never read.</summary>
    Ignored,

    /// <summary>Nothing that is known.</summary>
    Unknown,
}
