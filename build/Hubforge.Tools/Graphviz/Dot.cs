using Hubforge.Processes;

namespace Hubforge.Tools.Graphviz;

/// <summary>graphviz.</summary>
public sealed class Dot(IProcessRunner processes)
{
    /// <summary>Draws a graph into a file.</summary>
    public Task RenderAsync(DotRender request, CancellationToken cancellationToken) =>
        processes.RunAsync(request.ToCommand(), null, cancellationToken);
}
