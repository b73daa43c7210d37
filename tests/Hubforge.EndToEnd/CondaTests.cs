using Hubforge.EndToEnd.Engines;
using Hubforge.EndToEnd.Project;
using Hubforge.Primitives;

namespace Hubforge.EndToEnd;

/// <summary>An environment of conda packages from loose specs to a tested image, on a stand-in for micromamba that keeps to its recordings.</summary>
public sealed class CondaTests : CopyFixture
{
    private const string Name = CondaMission.Environment;

    private AbsolutePath Lock => Copy.Root / CondaMission.Mission.LockOf(Name);

    [OneTimeSetUp]
    public async Task AddMission() => await CondaMission.AddToAsync(Copy, CancellationToken.None);

    [OneTimeTearDown]
    public async Task RemoveImages() =>
        await CondaMission.RemoveImagesAsync(CancellationToken.None);

    [Test]
    [CancelAfter(300_000)]
    public async Task A_solve_locks_conda_and_pip_packages_with_hashes(CancellationToken token)
    {
        var outcome = await Copy.MustRunAsync(Call("CompileEnvs", "--use-frozen", "0"), token);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (await File.ReadAllLinesAsync(Lock / "conda-linux-64.lock", token))
                    .Where(line => line.StartsWith("file:", StringComparison.Ordinal))
                    .ToList(),
                Has.Count.EqualTo(11).And.All.Match("#[0-9a-f]{32}$")
            );
            Assert.That(await ReadAsync("requirements.yml", token), Does.Contain("skytools=1.1="));
            Assert.That(
                await ReadAsync("requirements.txt", token),
                Does.Contain("tinytool==1.0.0")
            );
            Assert.That(
                await ReadAsync("sky-frozen.yml", token),
                Does.Contain("skytools=1.1=").And.Contain("tinytool==1.0.0 --hash=")
            );
            Assert.That(
                await ReadAsync("lock.json", token),
                Does.Contain("\"micromamba\": \"2.8.1\"")
            );
            Assert.That(outcome.Text, Does.Contain("skytools"));
        }
    }

    [Test]
    [DependsOnTest(nameof(A_solve_locks_conda_and_pip_packages_with_hashes))]
    [CancelAfter(300_000)]
    public async Task The_image_is_built_from_the_lock_and_passes_its_tests(CancellationToken token)
    {
        var outcome = await Copy.MustRunAsync(Call("Test"), token);

        var kernel = await InImageAsync(
            ["cat", $"/usr/local/share/jupyter/kernels/{Name}/kernel.json"],
            token
        );
        var versions = await InImageAsync(
            [
                "env-run",
                Name,
                "python",
                "-c",
                "import os, skytools, tinytool; print(skytools.__version__, os.environ['SKY_DATA'])",
            ],
            token
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                RunSummary.Of(outcome)[$"Test[{CondaMission.Mission.Name}]"].Status,
                Is.EqualTo("Succeeded")
            );
            Assert.That(kernel, Does.Contain("env-run").And.Contain("sky (tiny)"));
            Assert.That(versions, Is.EqualTo("1.1 /data/sky"));
        }
    }

    [Test]
    [DependsOnTest(nameof(The_image_is_built_from_the_lock_and_passes_its_tests))]
    [CancelAfter(120_000)]
    public async Task The_graph_has_the_packages_of_conda_and_of_pip(CancellationToken token)
    {
        await Copy.MustRunAsync(Call("GraphEnv", "--environment", Name), token);

        var svg = await File.ReadAllTextAsync(
            Copy.Root / $"artifacts/{CondaMission.Mission.Name}/graph-{Name}.svg",
            token
        );
        Assert.That(
            svg,
            Does.Contain(">openssl<").And.Contain(">skytools<").And.Contain(">tinytool<")
        );
    }

    [Test]
    [DependsOnTest(nameof(The_graph_has_the_packages_of_conda_and_of_pip))]
    [CancelAfter(120_000)]
    public async Task A_conflict_names_the_line_and_leaves_the_lock(CancellationToken token)
    {
        var before = FolderSnapshot.Of(Lock);
        await Copy.EditAsync(
            CondaMission.SpecFile,
            text =>
                text.Replace(
                    "  - skytools",
                    "  - starkit >=2\n  - skytools",
                    StringComparison.Ordinal
                ),
            token
        );

        var outcome = await Copy.RunAsync(Call("CompileEnvs", "--use-frozen", "0"), token);

        FailureForm.AssertIn(outcome, exitCode: 1, "sky.yml:6", "starkit", "skytools");
        Assert.That(FolderSnapshot.Of(Lock), Is.EqualTo(before));
    }

    private static BuildCall Call(params IEnumerable<string> arguments) =>
        new([.. arguments, "--mission", CondaMission.Mission.Name]);

    private static Task<string> InImageAsync(
        string[] command,
        CancellationToken cancellationToken
    ) =>
        Docker.Local.ReadAsync(
            [
                "run",
                "--rm",
                "--entrypoint",
                "/usr/bin/env",
                $"hubforge/{CondaMission.Mission.Name}:latest",
                .. command,
            ],
            cancellationToken
        );

    private Task<string> ReadAsync(string file, CancellationToken cancellationToken) =>
        File.ReadAllTextAsync(Lock / file, cancellationToken);
}
