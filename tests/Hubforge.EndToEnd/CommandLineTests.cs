using Hubforge.EndToEnd.Machine;
using Hubforge.EndToEnd.Project;
using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.EndToEnd;

/// <summary>What <c>./build.sh</c> answers before it does anything.</summary>
[NonParallelizable]
[FixtureLifeCycle(LifeCycle.SingleInstance)]
public sealed class CommandLineTests
{
    private ProjectCopy _copy = null!;

    [OneTimeSetUp]
    public async Task CopyProject() =>
        _copy = await ProjectCopy.CreateAsync(CancellationToken.None);

    [OneTimeTearDown]
    public void RemoveCopy() => _copy?.Dispose();

    [Test]
    [CancelAfter(30_000)]
    public async Task Help_lists_targets_and_parameters_and_ends_with_0(CancellationToken token)
    {
        var outcome = await _copy.MustRunAsync(new BuildCall("--help"), token);

        Assert.That(
            outcome.Output,
            Does.Contain("Targets")
                .And.Contain("Parameters")
                .And.Contain("CompileEnvs")
                .And.Contain("--use-frozen")
        );
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task The_start_script_works_from_any_folder(CancellationToken token)
    {
        var outcome = await Programs.TryAsync(
            new Command((_copy.Root / "build.sh").ToString()).With("Push", "--describe") with
            {
                WorkingDirectory = AbsolutePath.Parse("/"),
                Environment = BuildEnvironment.Clean,
            },
            token
        );

        Assert.That(outcome.ExitCode, Is.Zero, outcome.Error);
        Assert.That(outcome.Output, Does.Contain("jwebbinar"));
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task An_unknown_target_is_answered_with_2_and_those_that_exist(
        CancellationToken token
    )
    {
        var outcome = await _copy.RunAsync(new BuildCall("Psuh"), token);

        FailureForm.AssertIn(outcome, exitCode: 2, "Psuh", "try:       Push", "BuildMission");
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task An_unknown_option_is_answered_with_2_and_a_suggestion(CancellationToken token)
    {
        var outcome = await _copy.RunAsync(new BuildCall("Push", "--misson", "demo"), token);

        FailureForm.AssertIn(outcome, exitCode: 2, "--misson", "--mission");
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task An_unknown_mission_is_answered_with_2_and_those_that_exist(
        CancellationToken token
    )
    {
        var outcome = await _copy.RunAsync(new BuildCall("Push", "--mission", "atlantis"), token);

        FailureForm.AssertIn(outcome, exitCode: 2, "atlantis", "demo");
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task Several_mistakes_are_told_at_once(CancellationToken token)
    {
        var outcome = await _copy.RunAsync(
            new BuildCall("Psuh", "--jobs", "many", "--mission", "atlantis"),
            token
        );

        FailureForm.AssertIn(outcome, exitCode: 2, "Psuh", "many", "atlantis");
    }
}
