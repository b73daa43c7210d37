namespace Hubforge.Tools.Solving;

/// <summary>Why a set of packages could not be chosen, fetched or made.</summary>
public enum SolveFailureKind
{
    /// <summary>None of the others; the headline is the tool's own last word.</summary>
    Other,

    /// <summary>No channel or index has a package of that name.</summary>
    UnknownPackage,

    /// <summary>The package may exist, but no version of it fits the requirement.</summary>
    NoSuchVersion,

    /// <summary>The versions that fit are made for another Python than the environment's.</summary>
    WrongPython,

    /// <summary>Requirements exclude each other.</summary>
    Conflict,

    /// <summary>A fetched file is not the one that was locked, or a requirement lacks its hash.</summary>
    HashMismatch,

    /// <summary>A package was compiled against another numpy ABI than the one that is installed.</summary>
    AbiMismatch,

    /// <summary>A conda channel, or a file that it lists, could not be fetched.</summary>
    ChannelUnreachable,

    /// <summary>A Python package index or a source repository could not be reached.</summary>
    IndexUnreachable,

    /// <summary>The package had to be built from its source, and that failed.</summary>
    BuildFailed,

    /// <summary>A spec or its file cannot be read.</summary>
    BadSpec,

    /// <summary>The system lacks something that a package demands (a virtual package such as <c>__glibc</c>).</summary>
    SystemRequirement,

    /// <summary>A version exists in a channel that channel priority leaves out.</summary>
    ChannelPriority,
}
