using Hubforge.Testing;
using Hubforge.Tools.Pip;
using Hubforge.Tools.Solving;
using Hubforge.Tools.Uv;

namespace Hubforge.Tools.Tests.Uv;

public sealed class UvTests
{
    private readonly RecordingProcessRunner _processes = new RecordingProcessRunner().Answer("uv");

    [Test]
    public async Task Compile_asks_for_hashes_and_keeps_what_is_locked()
    {
        await new Tools.Uv.Uv(_processes).CompileAsync(
            new UvCompile(["a.pip", "b.pip"], "requirements.txt")
            {
                Constraints = ["hints.pip"],
                Python = "/envs/a/bin/python",
                UpgradePackages = ["numpy"],
                Indexes = new PipIndexes { Index = "https://index.example/simple" },
            },
            CancellationToken.None
        );

        Assert.That(
            _processes.Commands[0].ToString(),
            Is.EqualTo(
                "uv pip compile --generate-hashes --no-header --python /envs/a/bin/python --upgrade-package numpy --index-url https://index.example/simple"
                    + " --constraint hints.pip --output-file requirements.txt a.pip b.pip"
            )
        );
    }

    [Test]
    public void A_proof_of_a_conflict_gives_the_disputed_package_and_who_asks()
    {
        const string log = """
              × No solution found when resolving dependencies:
              ╰─▶ Because photlib==0.2 depends on astrobase>=1.1,<2 and specred==3.0
                  depends on astrobase>=2.0, we can conclude that photlib==0.2 and
                  specred==3.0 are incompatible.
                  And because you require photlib==0.2 and specred==3.0, we can conclude
                  that your requirements are unsatisfiable.
            """;

        var failure = UvFailure.Parse(log);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Kind, Is.EqualTo(SolveFailureKind.Conflict));
            Assert.That(failure.Packages, Is.EqualTo(["astrobase"]));
            Assert.That(
                failure.Chains.Select(chain => chain.ToString()),
                Is.EqualTo([
                    "photlib ==0.2 -> astrobase >=1.1,<2",
                    "specred ==3.0 -> astrobase >=2.0",
                    "photlib ==0.2",
                    "specred ==3.0",
                ])
            );
        }
    }

    [TestCase(
        "Because there is no version of nltk==9 and you require nltk==9, we can conclude that your requirements are unsatisfiable.",
        SolveFailureKind.NoSuchVersion,
        "nltk"
    )]
    [TestCase(
        "Because nosuch was not found in the package registry and you require nosuch, we can conclude that your requirements are unsatisfiable.",
        SolveFailureKind.UnknownPackage,
        "nosuch"
    )]
    [TestCase(
        "Because torch==2.2.0 is unusable because no wheels are available with a matching Python implementation and you require torch==2.2.0, we can conclude that the requirements are unsatisfiable.",
        SolveFailureKind.WrongPython,
        "torch"
    )]
    [TestCase(
        "Because the current Python version (3.8.12) does not satisfy Python>=3.10 and cataloger==2.0 depends on Python>=3.10, we can conclude that cataloger==2.0 cannot be used.",
        SolveFailureKind.WrongPython,
        "cataloger"
    )]
    public void Other_proofs_are_told_apart(string proof, SolveFailureKind kind, string package)
    {
        var failure = UvFailure.Parse(
            $"  × No solution found when resolving dependencies:\n  ╰─▶ {proof}\n"
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Kind, Is.EqualTo(kind));
            Assert.That(failure.Packages, Is.EqualTo([package]));
        }
    }
}
