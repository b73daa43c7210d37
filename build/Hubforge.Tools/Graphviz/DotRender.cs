using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.Tools.Graphviz;

/// <summary>Arguments of <c>dot -T</c>; the graph goes in by standard input.</summary>
/// <param name="Text">The graph in graphviz's language.</param>
/// <param name="Format">What to draw.</param>
/// <param name="Output">Where to write it.</param>
public sealed record DotRender(string Text, DotFormat Format, AbsolutePath Output)
{
    internal Command ToCommand() =>
        new Command("dot").With(
            Format == DotFormat.Svg ? "-Tsvg" : "-Tpng",
            "-o",
            Output.ToString()
        ) with
        {
            Input = StandardInput.FromText(Text),
            Hint = "install graphviz",
        };
}
