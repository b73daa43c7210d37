using System.Net;
using Hubforge.EndToEnd.Engines;
using Hubforge.EndToEnd.Images;
using Hubforge.EndToEnd.Machine;
using Hubforge.EndToEnd.Project;
using Hubforge.EndToEnd.Registries;

namespace Hubforge.EndToEnd;

/// <summary>What is wrong with the machine, the registry or the checkout is told in the form of every failure, and nothing is half-written.</summary>
public sealed class BadInputTests : CopyFixture
{
    private const string Environment = "delta";

    private static readonly TinyMission s_mission = new("e2e-trouble", Environment);

    private protected override TinyMission? OwnMission => s_mission;

    [OneTimeSetUp]
    public async Task BuildOnce() =>
        await Copy.MustRunAsync(Call("Test", "--use-frozen", "0"), CancellationToken.None);

    [SetUp]
    public void NothingIsPushed() =>
        Assert.That(PushedImage.FileOf(Copy, s_mission.Name).FileExists, Is.False);

    [TearDown]
    public void NothingIsHalfWritten()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(PushedImage.HasLayout(Copy, s_mission.Name), Is.False);
            Assert.That(PushedImage.FileOf(Copy, s_mission.Name).FileExists, Is.False);
            Assert.That(Leftovers.ListFiles(Copy), Is.Empty);
        }
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Without_an_engine_the_places_looked_at_are_named(CancellationToken token)
    {
        var outcome = await Copy.RunAsync(
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
        var original = await File.ReadAllTextAsync(Copy.Root / s_mission.DockerfileCustom, token);
        await Copy.EditAsync(s_mission.DockerfileCustom, text => text + "RUN true\n", token);

        var outcome = await Copy.RunAsync(Call("Push").WithVariable("PATH", standIn.Path), token);

        await File.WriteAllTextAsync(Copy.Root / s_mission.DockerfileCustom, original, token);
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

        var outcome = await Copy.RunAsync(
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

        var outcome = await Copy.RunAsync(
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
        await using var disk = await MemoryDisk.MountAsync(Copy.Root / "artifacts", "2m", token);

        var outcome = await Copy.RunAsync(Call("Push"), token);

        FailureForm.AssertIn(outcome, exitCode: 1, "space", Copy.Root / "artifacts");
        Assert.That(Leftovers.ListFiles(Copy), Is.Empty);
        Assert.That(PushedImage.HasImage(Copy, s_mission.Name), Is.False);
        Assert.That(LayoutCheck.ListProblems(PushedImage.LayoutOf(Copy, s_mission.Name)), Is.Empty);
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_missing_lock_is_told_with_the_command_that_makes_it(CancellationToken token)
    {
        var folder = Copy.Root / s_mission.LockOf(Environment);
        var aside = Copy.Root / ".nuke/temp/aside";
        Directory.Move(folder, aside);

        var outcome = await Copy.RunAsync(Call("Push").WithVariable("USE_FROZEN", "1"), token);

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
        var first = Copy.Start(Call("Test", "--force"), token);
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

        var second = await Copy.RunAsync(Call("Test"), token);

        var outcome = await first.EndAsync();
        FailureForm.AssertIn(second, exitCode: 1, "run");
        Assert.That(outcome.ExitCode, Is.Zero, outcome.ToString);
    }

    private static BuildCall Call(params IEnumerable<string> arguments) =>
        new([.. arguments, "--mission", s_mission.Name]);
}
