namespace Hubforge.Tools.Solving;

/// <summary>The line of a file that a tool named as the origin of a requirement.</summary>
/// <param name="File">The path as the tool saw it, which may be one inside a container.</param>
/// <param name="Line">Counted from 1; null when the tool named only the file.</param>
public sealed record SourceLine(string File, int? Line)
{
    /// <summary>Returns <c>file:line</c>.</summary>
    public override string ToString() => Line is { } line ? $"{File}:{line}" : File;
}
