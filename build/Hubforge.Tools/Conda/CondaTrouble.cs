namespace Hubforge.Tools.Conda;

/// <summary>What is wrong with one requirement of a failed solve.</summary>
internal enum CondaTrouble
{
    /// <summary>Nothing: it is the other party of a conflict.</summary>
    None,
    Missing,
    MissingOnSystem,
    Conflict,
    Priority,

    /// <summary>The solver says only that something asked for cannot be had (<c>unsupported request</c>).</summary>
    Unnamed,
}
