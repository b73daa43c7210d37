using Hubforge.EndToEnd.Engines;
using Hubforge.EndToEnd.Project;
using Hubforge.EndToEnd.Registries;

namespace Hubforge.EndToEnd;

/// <summary>The two flows of environments, as a person types them in a container of the common image.</summary>
public sealed class FlowTests : CopyFixture
{
    private const string Prepare = """
        set -e
        mkdir -p /opt/environments/lab /opt/env-frozen /opt/packages/owntool/owntool
        printf '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n[project]\nname = "owntool"\nversion = "1.0"\n' >/opt/packages/owntool/pyproject.toml
        printf 'ANSWER = 42\n' >/opt/packages/owntool/owntool/__init__.py
        printf 'owntool\n' >/opt/environments/lab/lab.pip
        printf 'Lab\n' >/opt/environments/lab/kernel.name
        export ENV_MANAGER=venv SOURCE_DATE_EPOCH=1700000000

        """;

    private const string Check = """

        env-run lab python -c 'import owntool; assert owntool.ANSWER == 42; print("works")'

        """;

    private readonly PackageIndex _index = new();

    [OneTimeSetUp]
    public async Task BuildCommonImage() =>
        await Copy.MustRunAsync(new BuildCall("BuildCommon"), CancellationToken.None);

    [OneTimeTearDown]
    public async Task StopIndex() => await _index.DisposeAsync();

    [Test]
    [CancelAfter(180_000)]
    public async Task The_classic_flow_builds_freezes_and_rebuilds_without_an_index(
        CancellationToken token
    )
    {
        var output = await RunAsync(
            "none",
            """
            export USE_FROZEN=0
            env-create lab
            env-update lab /opt/environments/lab/lab.pip
            env-freeze lab
            """
                + Check
                + """
                rm -rf /opt/envs/lab
                export USE_FROZEN=1
                env-create lab
                """
                + Check,
            token
        );

        Assert.That(output.Split("works"), Has.Length.EqualTo(3), output);
    }

    [Test]
    [CancelAfter(180_000)]
    public async Task The_pip_tools_flow_builds_locks_and_rebuilds_without_an_index(
        CancellationToken token
    )
    {
        var output = await RunAsync(
            "none",
            """
            export USE_FROZEN=0
            env-conda lab
            env-compile lab
            env-sync lab
            """
                + Check
                + """
                cp -R /opt/env-frozen/lab /tmp/locked
                rm -rf /opt/envs/lab
                export USE_FROZEN=1
                env-conda lab
                env-sync lab
                diff -r /tmp/locked /opt/env-frozen/lab
                """
                + Check,
            token
        );

        Assert.That(output.Split("works"), Has.Length.EqualTo(3), output);
    }

    [Test]
    [CancelAfter(180_000)]
    public async Task A_package_compiled_from_source_is_in_the_lock(CancellationToken token)
    {
        _index.WithSource("deltalib", "1.0");

        var output = await RunAsync(
            "host",
            $"""
            export USE_FROZEN=0 PIP_INDEX_URL={_index.Url}
            env-conda lab
            env-compile lab
            env-sync lab
            env-src-install lab deltalib==1.0
            env-run lab python -c 'import deltalib; print("version", deltalib.__version__)'
            cat /opt/env-frozen/lab/requirements.txt
            """,
            token
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(output, Does.Contain("version 1.0"));
            Assert.That(output, Does.Match(@"deltalib==1\.0[^#]*--hash=sha256:[0-9a-f]{64}"));
        }
    }

    private static async Task<string> RunAsync(
        string network,
        string script,
        CancellationToken cancellationToken
    )
    {
        var answer = await Docker.Local.TryAsync(
            [
                "run",
                "--rm",
                "--user",
                "0",
                "--network",
                network,
                "--entrypoint",
                "/bin/bash",
                "hubforge-common:common-base",
                "-c",
                Prepare + script,
            ],
            cancellationToken
        );
        await TestContext.Out.WriteLineAsync(answer.Output + answer.Error);
        Assert.That(answer.ExitCode, Is.Zero, answer.Output + answer.Error);
        return answer.Output;
    }
}
