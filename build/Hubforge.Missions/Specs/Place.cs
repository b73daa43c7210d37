using Hubforge.Primitives;

namespace Hubforge.Missions.Specs;

/// <summary>A line of a file.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, counted from 1.</param>
public sealed record Place(AbsolutePath File, int Line)
{
    /// <summary>Returns <c>file:line</c>.</summary>
    public override string ToString() => $"{File}:{Line}";
}
