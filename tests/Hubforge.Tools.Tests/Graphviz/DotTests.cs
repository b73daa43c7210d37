using Hubforge.Processes;
using Hubforge.Testing;
using Hubforge.Tools.Graphs;
using Hubforge.Tools.Graphviz;

namespace Hubforge.Tools.Tests.Graphviz;

public sealed class DotTests
{
    private static readonly DependencyGraph s_graph = DependencyGraph.Of(
        [new GraphPackage("a", "1"), new GraphPackage("b", "2")],
        [new GraphEdge("a", "b", "<2", IsConflict: true)]
    );

    [Test]
    public async Task The_graph_goes_in_by_standard_input()
    {
        var processes = new RecordingProcessRunner();
        using var folder = new TempDirectory();

        await new Dot(processes).RenderAsync(
            new DotRender("digraph {}", DotFormat.Png, folder / "a.png"),
            CancellationToken.None
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                processes.OnlyCommand,
                Is.EqualTo(["dot", "-Tpng", "-o", (folder / "a.png").ToString()])
            );
            Assert.That(processes.Inputs, Is.EqualTo(["digraph {}"]));
        }
    }

    [TestCase(DotFormat.Svg, "<?xml")]
    [TestCase(DotFormat.Png, "\u0089PNG")]
    [CancelAfter(30_000)]
    public async Task The_real_graphviz_draws_what_we_write(
        DotFormat format,
        string beginning,
        CancellationToken token
    )
    {
        var processes = new ProcessRunner();
        Assume.That(processes.FindProgram("dot"), Is.Not.Null);
        using var folder = new TempDirectory();
        var output = folder / "graph";

        await new Dot(processes).RenderAsync(
            new DotRender(DotText.Write(s_graph, "test"), format, output),
            token
        );

        var text = await File.ReadAllTextAsync(output, System.Text.Encoding.Latin1, token);
        Assert.That(text, Does.StartWith(beginning));
    }
}
