using Hubforge.Automation.Reporting;
using Hubforge.Primitives;

namespace Hubforge.Automation.Tests.Reporting;

public sealed class LiveOutputTests
{
    [Test]
    [CancelAfter(30_000)]
    public async Task What_runs_is_shown_below_the_lines_and_gone_in_the_end()
    {
        using var screen = new StringWriter();
        var ansi = new Ansi(true);
        using (
            var output = new LiveOutput(
                TextWriter.Synchronized(screen),
                new LinePainter(ansi, Verbosity.Normal),
                ansi,
                TimeProvider.System
            )
        )
        {
            output.NodeStarted(Node("Solve[roman]", NodeStatus.Running));
            output.Progress("Solve[roman]", "astro", "downloading", 0.5);
            output.Write(new OutputLine(default, "Solve[roman]", Severity.Information, "a line"));
            await Task.Delay(500);
            output.NodeEnded(Node("Solve[roman]", NodeStatus.Succeeded));
        }

        Assert.That(screen.ToString(), Does.Contain("astro: downloading 50").And.Contain("a line"));
    }

    private static NodeRecord Node(string name, NodeStatus status) =>
        new(name, status) { Target = "Solve" };
}
