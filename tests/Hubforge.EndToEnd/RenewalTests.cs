using Hubforge.EndToEnd.Project;
using Hubforge.EndToEnd.Registries;
using Hubforge.Primitives;

namespace Hubforge.EndToEnd;

/// <summary>What <c>CAL_VERSION</c> and a mission's <c>update-requirements</c> do to specs and locks, and what their failures leave.</summary>
public sealed class RenewalTests : CopyFixture
{
    private const string Environment = "lab";

    private static readonly TinyMission s_mission = new("e2e-renewals", Environment);

    private readonly PackageIndex _index = new();

    private AbsolutePath Specs => Copy.Root / s_mission.Folder / "image/environments" / Environment;

    private protected override TinyMission? OwnMission => s_mission;

    [OneTimeSetUp]
    public async Task LockMission()
    {
        _index.WithWheel("alphalib", "1.0").WithWheel("alphalib", "2.0");
        await Copy.MustRunAsync(Solve("none"), CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task StopIndex() => await _index.DisposeAsync();

    [Test]
    [CancelAfter(120_000)]
    public async Task A_server_that_refuses_stops_the_build_and_leaves_specs_and_lock(
        CancellationToken token
    )
    {
        var program = WriteProgram(
            $"""
            echo half-written >lab.pip
            curl --fail --silent --show-error --output lab.pip "{_index.Url}no-such-release-$1/"
            """
        );

        var outcome = await RunUnchangedAsync(Solve("9.9.9"), token);

        FailureForm.AssertIn(outcome, exitCode: 1, program, "9.9.9", "404");
    }

    [Test]
    [DependsOnTest(nameof(A_server_that_refuses_stops_the_build_and_leaves_specs_and_lock))]
    [CancelAfter(120_000)]
    public async Task A_page_that_was_saved_as_a_spec_is_not_taken_over(CancellationToken token)
    {
        WriteProgram($"curl --silent --output lab.pip {_index.Url}alphalib/");

        var outcome = await RunUnchangedAsync(Solve("latest"), token);

        FailureForm.AssertIn(outcome, exitCode: 1, "lab.pip:1", "update-requirements");
    }

    [Test]
    [DependsOnTest(nameof(A_page_that_was_saved_as_a_spec_is_not_taken_over))]
    [CancelAfter(120_000)]
    public async Task Without_a_version_the_program_does_not_run(CancellationToken token)
    {
        WriteProgram("exit 7");

        await Copy.MustRunAsync(Solve("none"), token);
    }

    [Test]
    [DependsOnTest(nameof(Without_a_version_the_program_does_not_run))]
    [CancelAfter(120_000)]
    public async Task The_renewed_specs_are_kept_and_solved(CancellationToken token)
    {
        WriteProgram("printf 'alphalib ==%s\\n' \"$1\" >renewed.pip");

        await Copy.MustRunAsync(Solve("1.0"), token);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                await File.ReadAllTextAsync(Specs / "renewed.pip", token),
                Is.EqualTo("alphalib ==1.0\n")
            );
            Assert.That(
                await File.ReadAllTextAsync(
                    Copy.Root / s_mission.LockOf(Environment) / "requirements.txt",
                    token
                ),
                Does.Contain("alphalib==1.0")
            );
        }
    }

    // The variable is the classic way to say it.
    private BuildCall Solve(string version) =>
        new BuildCall(
            "CompileEnvs",
            "--mission",
            s_mission.Name,
            "--use-frozen",
            "0",
            "--network",
            "host",
            "--pip-index-url",
            _index.Url
        ).WithVariable("CAL_VERSION", version);

    private string WriteProgram(string body)
    {
        var program = Specs / "update-requirements";
        File.WriteAllText(program, $"#!/bin/bash\nset -euo pipefail\n{body}\n");
        File.SetUnixFileMode(
            program,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );
        return program;
    }

    private async Task<BuildOutcome> RunUnchangedAsync(
        BuildCall call,
        CancellationToken cancellationToken
    )
    {
        var image = Copy.Root / s_mission.Folder / "image";
        var before = FolderSnapshot.Of(image);
        var outcome = await Copy.RunAsync(call, cancellationToken);
        Assert.That(FolderSnapshot.Of(image), Is.EqualTo(before));
        return outcome;
    }
}
