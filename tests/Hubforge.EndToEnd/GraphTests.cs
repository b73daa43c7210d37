using Hubforge.EndToEnd.Project;
using Hubforge.Primitives;

namespace Hubforge.EndToEnd;

/// <summary>The graph of an environment, drawn in the mission's image.</summary>
public sealed class GraphTests : CopyFixture
{
    private AbsolutePath Artifacts => Copy.Root / "artifacts/demo";

    [Test]
    [CancelAfter(900_000)]
    public async Task What_a_package_needs_is_drawn_with_the_versions_asked_for(
        CancellationToken token
    )
    {
        var outcome = await Copy.MustRunAsync(Graph("astro", "--packages", "pyerfa"), token);

        var svg = await File.ReadAllTextAsync(Artifacts / "graph-astro.svg", token);
        var png = await File.ReadAllBytesAsync(Artifacts / "graph-astro.png", token);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(svg, Does.Contain(">pyerfa<").And.Contain(">numpy<").And.Contain("&gt;="));
            Assert.That(svg, Does.Not.Contain(">jupyterlab<"));
            Assert.That(png.Skip(1).Take(3), Is.EqualTo("PNG"u8.ToArray()));
            Assert.That(outcome.Text, Does.Contain("graph-astro.svg"));
        }
    }

    [Test]
    [DependsOnTest(nameof(What_a_package_needs_is_drawn_with_the_versions_asked_for))]
    [CancelAfter(120_000)]
    public async Task What_needs_a_package_is_drawn_in_reverse(CancellationToken token)
    {
        await Copy.MustRunAsync(Graph("astro", "--packages", "numpy", "--reverse"), token);

        var svg = await File.ReadAllTextAsync(Artifacts / "graph-astro.svg", token);
        Assert.That(svg, Does.Contain(">pyerfa<").And.Contain(">numpy<"));
        Assert.That(svg, Does.Not.Contain(">PyYAML<"));
    }

    [TestCase("astroo", "numpy", "astro", 2)]
    [TestCase("astro", "numpi", "--packages numpy", 1)]
    [DependsOnTest(nameof(What_a_package_needs_is_drawn_with_the_versions_asked_for))]
    [CancelAfter(120_000)]
    public async Task A_slip_is_answered_with_what_was_meant(
        string environment,
        string package,
        string meant,
        int exitCode,
        CancellationToken token
    )
    {
        var outcome = await Copy.RunAsync(Graph(environment, "--packages", package), token);

        FailureForm.AssertIn(outcome, exitCode, meant);
    }

    private static BuildCall Graph(params IEnumerable<string> options) =>
        new(["GraphEnv", "--mission", "demo", "--environment", .. options]);
}
