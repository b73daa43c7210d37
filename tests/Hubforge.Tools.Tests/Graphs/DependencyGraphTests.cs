using Hubforge.Testing;
using Hubforge.Tools.Conda;
using Hubforge.Tools.Graphs;
using Hubforge.Tools.Pipdeptree;
using Hubforge.Tools.Tests.Recorded;

namespace Hubforge.Tools.Tests.Graphs;

public sealed class DependencyGraphTests
{
    private const string Tree = """
        Warning: conflicts ahead
        [
          {"package": {"key": "photlib", "package_name": "photlib", "installed_version": "0.2"},
           "dependencies": [
             {"key": "astrobase", "package_name": "astrobase", "installed_version": "2.0", "required_version": ">=1.1,<2"},
             {"key": "sky-plot", "package_name": "Sky.Plot", "installed_version": "?", "required_version": "Any"}]},
          {"package": {"key": "astrobase", "package_name": "astrobase", "installed_version": "2.0"}, "dependencies": []},
          {"package": {"key": "specred", "package_name": "specred", "installed_version": "3.0"},
           "dependencies": [{"key": "astrobase", "package_name": "astrobase", "installed_version": "2.0", "required_version": null}]}
        ]
        """;

    private readonly DependencyGraph _graph = PipdeptreeGraph.Parse(Tree);

    [Test]
    public void Conflicts_are_found_from_the_versions() =>
        Assert.That(
            _graph.Conflicts,
            Is.EqualTo([
                new GraphEdge("photlib", "astrobase", ">=1.1,<2", IsConflict: true),
                new GraphEdge("photlib", "sky-plot", "", IsConflict: true),
            ])
        );

    [TestCase("specred", false, "astrobase specred")]
    [TestCase("astrobase", true, "astrobase photlib specred")]
    [TestCase("Sky_Plot", true, "photlib sky-plot")]
    [TestCase("nosuch", false, "")]
    public void The_part_around_a_package_is_cut_out(string name, bool reverse, string expected)
    {
        var part = _graph.Around([name], reverse);

        Assert.That(string.Join(' ', part.Packages.Keys), Is.EqualTo(expected));
    }

    [Test]
    public void A_circle_of_requirements_ends()
    {
        var graph = DependencyGraph.Of(
            [new GraphPackage("a", "1"), new GraphPackage("b", "1")],
            [new GraphEdge("a", "b", "", false), new GraphEdge("b", "a", "", false)]
        );

        Assert.That(graph.Around(["a"], reverse: false).Packages, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_package_is_the_same_however_its_name_is_spelled()
    {
        var graph = PipdeptreeGraph.Parse(
            """
            [{"package": {"package_name": "flask", "installed_version": "3.1"}, "dependencies": []},
             {"package": {"package_name": "types-Flask", "installed_version": "1.0"},
              "dependencies": [{"package_name": "Flask", "installed_version": "?", "required_version": ">=2"}]}]
            """
        );

        Assert.That(
            graph.Edges,
            Is.EqualTo([new GraphEdge("types-flask", "flask", ">=2", IsConflict: false)])
        );
    }

    [Test]
    public void The_text_for_graphviz_carries_constraints_and_conflicts_in_red() =>
        Approved.Matches(DotText.Write(_graph, "astro \"demo\""));

    [Test]
    public void A_solve_of_conda_gives_a_graph_without_conflicts()
    {
        var solve = CondaJson.FindTransaction(
            Recording.Load("micromamba-2.8.1", "017-dry-run-json").Output
        );

        var graph = CondaGraph.From(solve!.Linked);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(graph.Packages["skytools"].Version, Is.EqualTo("1.1"));
            Assert.That(
                graph.Edges,
                Does.Contain(new GraphEdge("skytools", "starkit", ">=1.1,<2", IsConflict: false))
            );
            Assert.That(graph.Conflicts, Is.Empty);
        }
    }

    [Test]
    public void Graphs_of_conda_and_pip_are_joined()
    {
        var conda = DependencyGraph.Of([new GraphPackage("python", "3.11.2")], []);

        var joined = conda.With(_graph);

        Assert.That(
            joined.Packages.Keys,
            Is.EqualTo(["astrobase", "photlib", "python", "sky-plot", "specred"])
        );
    }
}
