using Hubforge.Tools.Pip;
using Hubforge.Tools.Solving;

namespace Hubforge.Tools.Tests.Pip;

public sealed class PipBuildFailureTests
{
    [TestCase("  ERROR: Failed building wheel for healpy\nFailed to build healpy\n", "healpy")]
    [TestCase(
        "ERROR: Failed to build installable wheels for some pyproject.toml based projects (healpy, photutils)\n",
        "healpy, photutils"
    )]
    [TestCase(
        "ERROR: Could not build wheels for healpy, which is required to install pyproject.toml-based projects\n",
        "healpy"
    )]
    public void The_packages_that_could_not_be_built_are_named(string log, string expected)
    {
        var failure = PipFailure.Parse(log);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Kind, Is.EqualTo(SolveFailureKind.BuildFailed));
            Assert.That(string.Join(", ", failure.Packages), Is.EqualTo(expected));
        }
    }

    [Test]
    public void A_repository_that_cannot_be_cloned_is_named()
    {
        const string log = """
              fatal: unable to access 'https://git.example/x.git/': Could not resolve host: git.example
              error: subprocess-exited-with-error

              × git clone --filter=blob:none --quiet https://git.example/x.git /tmp/x did not run successfully.
              │ exit code: 128
            """;

        var failure = PipFailure.Parse(log);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Kind, Is.EqualTo(SolveFailureKind.IndexUnreachable));
            Assert.That(failure.Headline, Does.Contain("https://git.example/x.git "));
            Assert.That(failure.Facts[0].Value, Does.Contain("Could not resolve host"));
        }
    }
}
