using Hubforge.Processes;
using Hubforge.Tools.Graphs;
using Hubforge.Tools.Pipdeptree;
using Hubforge.Tools.Replies;

namespace Hubforge.Tools.Tests.Pipdeptree;

[CancelAfter(60_000)]
public sealed class PipdeptreeTests
{
    private static readonly ProcessRunner s_processes = new();

    [Test]
    public void An_answer_that_is_no_JSON_is_shown() =>
        Assert.That(
            () => PipdeptreeGraph.Parse("nothing to see"),
            Throws.TypeOf<UnreadableReplyException>().With.Message.Contains("nothing to see")
        );

    [Test]
    public async Task The_real_one_is_read(CancellationToken token)
    {
        Assume.That(s_processes.FindProgram("/usr/bin/pipdeptree"), Is.Not.Null);

        var graph = PipdeptreeGraph.Parse(
            await s_processes.ReadAsync(
                new Command("/usr/bin/pipdeptree").With("--json", "--warn", "silence"),
                token
            )
        );

        Assert.That(graph.Packages.Keys, Does.Contain("pipdeptree"));
    }

    [Test]
    public async Task The_real_graphviz_draws_a_conflict_in_red(CancellationToken token)
    {
        Assume.That(s_processes.FindProgram("dot"), Is.Not.Null);
        var graph = DependencyGraph.Of(
            [new GraphPackage("a", "1"), new GraphPackage("b", "2")],
            [new GraphEdge("a", "b", "<2", IsConflict: true)]
        );

        var drawn = await s_processes.ReadAsync(
            new Command("dot").With("-Tsvg") with
            {
                Input = StandardInput.FromText(DotText.Write(graph, "test")),
            },
            token
        );

        Assert.That(drawn, Does.StartWith("<?xml").And.Contain("#c62828").And.Contain("&lt;2"));
    }
}
