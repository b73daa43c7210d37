namespace Hubforge.Tools.Graphviz;

/// <summary>What graphviz draws.</summary>
public enum DotFormat
{
    /// <summary>A vector drawing for browsers.</summary>
    Svg,

    /// <summary>A picture.</summary>
    Png,
}
