using Hubforge.Tools.Solving;
using Hubforge.Tools.Tests.Recorded;

namespace Hubforge.Tools.Tests.Solving;

public sealed class SolveLogTests
{
    [TestCase("micromamba-2.8.1", "140-unsat-package", SolveFailureKind.Conflict)]
    [TestCase("micromamba-2.8.1", "114-create-from-yml-pip-fails", SolveFailureKind.Conflict)]
    [TestCase("micromamba-2.8.1", "188-python-312-numpy-conflict", SolveFailureKind.WrongPython)]
    [TestCase("pip", "15-pinned-needs-newer-python", SolveFailureKind.WrongPython)]
    [TestCase("pip", "22-hash-mismatch", SolveFailureKind.HashMismatch)]
    public void The_tool_is_recognised_by_what_it_prints(
        string set,
        string name,
        SolveFailureKind kind
    ) => Assert.That(SolveLog.Parse(Recording.Load(set, name).Log).Kind, Is.EqualTo(kind));

    [TestCase("", "The tool failed and printed nothing.")]
    [TestCase("one\n\u001b[31mlast\u001b[0m\n\n", "last")]
    public void An_unknown_log_gives_its_last_line(string log, string expected) =>
        Assert.That(SolveLog.Parse(log).Headline, Is.EqualTo(expected));

    [Test]
    public void A_wrong_numpy_is_recognised_and_the_package_that_was_compiled_for_it_named()
    {
        const string log = """
            Traceback (most recent call last):
              File "/opt/envs/astro/lib/python3.11/site-packages/healpy/__init__.py", line 30, in <module>
                from . import _pixelfunc
              File "/opt/envs/astro/lib/python3.11/site-packages/numpy/core/multiarray.py", line 10, in <module>
                from . import overrides
            ValueError: numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject
            """;

        var failure = SolveLog.Parse(log);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Kind, Is.EqualTo(SolveFailureKind.AbiMismatch));
            Assert.That(failure.Packages, Is.EqualTo(["healpy"]));
            Assert.That(failure.Advise("astro"), Does.Contain("env-src-install astro healpy"));
        }
    }

    [Test]
    public void A_maze_is_sent_to_the_graph()
    {
        var failure = new SolveFailure(SolveFailureKind.Conflict, "x")
        {
            Packages = ["e"],
            Chains =
            [
                RequirementChain.Of(new("a", ""), new("b", ""), new("e", ">1")),
                RequirementChain.Of(new("c", ""), new("d", ""), new("e", "<1")),
            ],
        };

        Assert.That(
            failure.Advise("astro"),
            Does.StartWith("loosen one of a, c; ")
                .And.Contains("GraphEnv --environment astro --packages e")
        );
    }

    [Test]
    public void Every_kind_has_its_advice([Values] SolveFailureKind kind) =>
        Assert.That(new SolveFailure(kind, "x").Advise("astro"), Is.Not.Empty);

    [Test]
    public void A_log_cut_anywhere_is_still_understood()
    {
        var log = Recording.Load("micromamba-2.8.1", "140-unsat-package").Log;

        var failures = Enumerable
            .Range(0, log.Length)
            .Where(start => start % 7 == 0)
            .SelectMany(start =>
                new[] { SolveLog.Parse(log[start..]), SolveLog.Parse(log[..start]) }
            );

        Assert.That(failures.Select(failure => failure.Headline), Has.All.Not.Empty);
    }
}
