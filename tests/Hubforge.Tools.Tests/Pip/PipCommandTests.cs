using Hubforge.Primitives;
using Hubforge.Testing;
using Hubforge.Tools.Pip;
using Hubforge.Tools.Solving;
using Hubforge.Tools.Tests.Recorded;

namespace Hubforge.Tools.Tests.Pip;

public sealed class PipCommandTests
{
    private readonly RecordingProcessRunner _processes = new();
    private readonly Tools.Pip.Pip _pip;

    public PipCommandTests() => _pip = new Tools.Pip.Pip(_processes, "/envs/a/bin/python");

    [Test]
    public async Task A_solve_installs_nothing_and_is_never_quiet()
    {
        Play("/envs/a/bin/python", Recording.Load("pip", "04-dry-run-not-quiet"));

        var report = await _pip.SolveAsync(
            new PipSolve
            {
                Requirements = ["pipeline-core"],
                Files = ["astro.pip"],
                Constraints = ["build-hints.pip"],
                NoBuildIsolation = true,
                Indexes = new PipIndexes
                {
                    Index = new Secret("https://me:pass@index.example/simple"),
                    ExtraIndexes = ["https://extra.example/simple"],
                    FindLinks = ["/wheels"],
                },
            },
            CancellationToken.None
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                _processes.Commands[0].ToString(),
                Is.EqualTo(
                    "/envs/a/bin/python -m pip --disable-pip-version-check --no-input install --dry-run --report - --ignore-installed --no-build-isolation"
                        + " --index-url *** --extra-index-url https://extra.example/simple --find-links /wheels -r astro.pip -c build-hints.pip pipeline-core"
                )
            );
            Assert.That(
                report.Install.Select(one => $"{one.Metadata.Name}=={one.Metadata.Version}"),
                Is.EqualTo(["pipeline-core==1.0", "photlib==0.2", "specred==2.5", "astrobase==1.2"])
            );
            Assert.That(
                report.Install[0].Download.Archive?.Sha256,
                Does.StartWith("8d493ab03dd76121")
            );
        }
    }

    [Test]
    public async Task A_lock_is_installed_with_hashes_and_without_dependencies()
    {
        _processes.Answer("/envs/a/bin/python");

        await _pip.InstallAsync(
            new PipInstallLocked("requirements.txt")
            {
                Indexes = new PipIndexes { NoIndex = true, FindLinks = ["/wheels"] },
            },
            CancellationToken.None
        );

        Assert.That(
            _processes.OnlyCommand,
            Is.EqualTo([
                "/envs/a/bin/python",
                "-m",
                "pip",
                "--disable-pip-version-check",
                "--no-input",
                "install",
                "--require-hashes",
                "--no-deps",
                "--no-index",
                "--find-links",
                "/wheels",
                "-r",
                "requirements.txt",
            ])
        );
    }

    [Test]
    public async Task The_installed_packages_are_listed()
    {
        Play("/envs/a/bin/python", Recording.Load("pip", "30-list-json"));

        var packages = await _pip.ListAsync(CancellationToken.None);

        Assert.That(packages[0], Is.EqualTo(new PipInstalled("astrobase", "1.1")));
    }

    [Test]
    public async Task Freeze_gives_one_line_a_package()
    {
        Play("/envs/a/bin/python", Recording.Load("pip", "29-freeze"));

        var lines = await _pip.FreezeAsync(CancellationToken.None);

        Assert.That(
            lines,
            Is.EqualTo(["astrobase==1.1", "photlib==0.2", "pipeline-core==1.0", "specred==2.5"])
        );
    }

    [TestCase("32-check", "")]
    [TestCase("34-check-broken", "photlib 0.2 -> astrobase <2,>=1.1 (2.0 is installed)")]
    public async Task Check_names_what_is_broken(string recording, string expected)
    {
        Play("/envs/a/bin/python", Recording.Load("pip", recording));

        var broken = await _pip.CheckAsync(CancellationToken.None);

        Assert.That(string.Join('\n', broken.Select(one => one.ToChain())), Is.EqualTo(expected));
    }

    [Test]
    public async Task A_conflict_says_who_asks_for_what_in_which_line()
    {
        Play("/envs/a/bin/python", Recording.Load("pip-23.2.1", "04-conflict-deep-from-file"));

        var failure = await Assert.ThrowsAsync<SolveFailedException>(() =>
            _pip.SolveAsync(new PipSolve(), CancellationToken.None)
        );

        Approved.Matches(failure.Message);
    }

    private void Play(string command, Recording recording) =>
        _processes.Answer(command, recording.Output, recording.ExitCode, recording.Error);
}
