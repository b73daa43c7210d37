using System.Net;
using Hubforge.EndToEnd.Engines;
using Hubforge.EndToEnd.Images;
using Hubforge.EndToEnd.Machine;
using Hubforge.EndToEnd.Project;
using Hubforge.EndToEnd.Registries;

namespace Hubforge.EndToEnd;

/// <summary>What is wrong with the machine, the registry or the checkout is told in the form of every failure, and nothing is half-written.</summary>
[Category("Engine")]
[NonParallelizable]
[FixtureLifeCycle(LifeCycle.SingleInstance)]
public sealed class BadInputTests
{
    private const string Environment = "delta";

    private static readonly TinyMission s_mission = new("e2e-trouble", Environment);

    private ProjectCopy _copy = null!;

    [OneTimeSetUp]
    public async Task BuildOnce()
    {
        await Docker.RequireAsync(CancellationToken.None);
        _copy = await ProjectCopy.CreateAsync(CancellationToken.None);
        await s_mission.AddToAsync(_copy, CancellationToken.None);
        await _copy.MustRunAsync(Call("Test", "--use-frozen", "0"), CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task RemoveCopy()
    {
        await s_mission.RemoveImagesAsync(CancellationToken.None);
        _copy?.Dispose();
    }

    [SetUp]
    public void NothingIsPushed() =>
        Assert.That(PushedImage.FileOf(_copy, s_mission.Name).FileExists, Is.False);

    [TearDown]
    public void NothingIsHalfWritten()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(PushedImage.HasLayout(_copy, s_mission.Name), Is.False);
            Assert.That(PushedImage.FileOf(_copy, s_mission.Name).FileExists, Is.False);
            Assert.That(Leftovers.ListFiles(_copy), Is.Empty);
        }
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Without_an_engine_the_places_looked_at_are_named(CancellationToken token)
    {
        var outcome = await _copy.RunAsync(
            Call("Push").WithVariable("DOCKER_HOST", "unix:///nowhere/docker.sock"),
            token
        );

        FailureForm.AssertIn(outcome, exitCode: 1, "/nowhere/docker.sock");
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task An_engine_whose_client_has_no_BuildKit_is_refused(CancellationToken token)
    {
        using var standIn = new DockerStandIn();
        var original = await File.ReadAllTextAsync(_copy.Root / s_mission.DockerfileCustom, token);
        await _copy.EditAsync(s_mission.DockerfileCustom, text => text + "RUN true\n", token);

        var outcome = await _copy.RunAsync(Call("Push").WithVariable("PATH", standIn.Path), token);

        await File.WriteAllTextAsync(_copy.Root / s_mission.DockerfileCustom, original, token);
        FailureForm.AssertIn(outcome, exitCode: 1, "BuildKit", standIn.Path);
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task A_registry_that_refuses_is_quoted(
        [Values(HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden)] HttpStatusCode status,
        CancellationToken token
    )
    {
        await using var registry = new RefusingRegistry(status);

        var outcome = await _copy.RunAsync(
            Call("Push", "--repository", $"{registry.Name}/team/x"),
            token
        );

        FailureForm.AssertIn(outcome, exitCode: 1, registry.Name);
    }

    // The engine tries five times over most of a minute before it gives up.
    [Test]
    [CancelAfter(180_000)]
    public async Task A_registry_that_drops_the_connection_gets_no_image(CancellationToken token)
    {
        await using var registry = await LocalRegistry.StartAsync(token);
        await using var connection = new FaultyConnection(registry, 500_000, cuts: true);

        var outcome = await _copy.RunAsync(
            Call("Push", "--repository", $"{connection.Name}/team/x"),
            token
        );

        FailureForm.AssertIn(outcome, exitCode: 1, connection.Name);
        Assert.That(await registry.FindTagsAsync("team/x", token), Is.Null);
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task A_full_disk_leaves_no_part_of_an_image(CancellationToken token)
    {
        await using var disk = await MemoryDisk.MountAsync(_copy.Root / "artifacts", "2m", token);

        var outcome = await _copy.RunAsync(Call("Push"), token);

        FailureForm.AssertIn(outcome, exitCode: 1, "space", _copy.Root / "artifacts");
        Assert.That(Leftovers.ListFiles(_copy), Is.Empty);
        Assert.That(PushedImage.HasImage(_copy, s_mission.Name), Is.False);
        Assert.That(
            LayoutCheck.ListProblems(PushedImage.LayoutOf(_copy, s_mission.Name)),
            Is.Empty
        );
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_missing_lock_is_told_with_the_command_that_makes_it(CancellationToken token)
    {
        var folder = _copy.Root / s_mission.LockOf(Environment);
        var aside = _copy.Root / ".nuke/temp/aside";
        Directory.Move(folder, aside);

        var outcome = await _copy.RunAsync(Call("Push").WithVariable("USE_FROZEN", "1"), token);

        Assert.That(folder.DirectoryExists, Is.False);
        Directory.Move(aside, folder);
        FailureForm.AssertIn(outcome, exitCode: 1, Environment, "--use-frozen 0");
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task A_second_run_at_once_is_refused_and_the_first_ends_well(
        CancellationToken token
    )
    {
        var first = _copy.Start(Call("Test", "--force"), token);
        await first.WaitUntilAsync(
            "a container of the mission runs",
            async waiting =>
                (
                    await Docker.Local.ListContainersAsync(
                        $"hubforge.mission={s_mission.Name}",
                        waiting
                    )
                ).Count > 0,
            token
        );

        var second = await _copy.RunAsync(Call("Test"), token);

        var outcome = await first.EndAsync();
        FailureForm.AssertIn(second, exitCode: 1, "run");
        Assert.That(outcome.ExitCode, Is.Zero, outcome.ToString);
    }

    private static BuildCall Call(params IEnumerable<string> arguments) =>
        new([.. arguments, "--mission", s_mission.Name]);
}
