using Hubforge.EndToEnd.Engines;
using Hubforge.EndToEnd.Images;
using Hubforge.EndToEnd.Machine;
using Hubforge.EndToEnd.Project;
using Hubforge.EndToEnd.Registries;

namespace Hubforge.EndToEnd;

/// <summary>A run that is interrupted or killed at any point leaves nothing half-written, and the next one ends well.</summary>
public sealed class KillTests : CopyFixture
{
    private const string Environment = "gamma";

    // What the command line of a docker program that builds holds.
    private const string Unfinished = ":building-";

    private static readonly TinyMission s_mission = new("e2e-kills", Environment);
    private static readonly string s_label = $"hubforge.mission={s_mission.Name}";

    private LocalRegistry _registry = null!;

    private protected override TinyMission? OwnMission => s_mission;

    [OneTimeSetUp]
    public async Task PushOnce()
    {
        _registry = await LocalRegistry.StartAsync(CancellationToken.None);
        await Copy.MustRunAsync(Call("Push", "--use-frozen", "0"), CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task StopRegistry() =>
        await (_registry?.DisposeAsync() ?? ValueTask.CompletedTask);

    [Test]
    [CancelAfter(240_000)]
    public async Task The_next_run_ends_well_after_an_end_in(
        [Values("CompileEnvs", "BuildBase", "BuildCommon", "BuildMission", "Test")] string target,
        [Values("INT", "KILL")] string signal,
        CancellationToken token
    )
    {
        var phase = Phases().Single(one => one.Target == target);
        var original = await File.ReadAllTextAsync(Copy.Root / phase.File, token);
        var before = Kept();
        await Copy.EditAsync(phase.File, phase.Slow, token);

        var killed = await EndAsync(
            Call([phase.Target, .. phase.Options]),
            phase.WaitAsync,
            signal,
            token
        );

        var after = Kept();
        await File.WriteAllTextAsync(Copy.Root / phase.File, original, token);
        var next = await Copy.RunAsync(Call([phase.Target, .. phase.Options]), token);
        using (Assert.EnterMultipleScope())
        {
            AssertEndedBy(signal, killed);
            Assert.That(after, Is.EqualTo(before), "locks and pushed files");
            Assert.That(next.ExitCode, Is.Zero, next.ToString);
            Assert.That(Leftovers.ListFiles(Copy), Is.Empty);
            Assert.That(await Docker.Local.ListContainersAsync(s_label, token), Is.Empty);
        }
    }

    [Test]
    [CancelAfter(240_000)]
    public async Task A_push_to_a_registry_that_was_ended_is_done_by_the_next_run(
        [Values("INT", "KILL")] string signal,
        CancellationToken token
    )
    {
        var before = Kept();
        var repository = $"team/killed-{signal.ToLowerInvariant()}";

        var killed = await EndWhileUploadingAsync(repository, signal, token);
        var after = Kept();
        var next = await Copy.RunAsync(
            Call("Push", "--repository", $"{_registry.Name}/{repository}"),
            token
        );

        var pushed = await PushedImage.ReadAsync(Copy, s_mission.Name, token);
        using (Assert.EnterMultipleScope())
        {
            AssertEndedBy(signal, killed);
            Assert.That(after, Is.EqualTo(before), "locks and pushed files");
            Assert.That(next.ExitCode, Is.Zero, next.ToString);
            Assert.That(
                (
                    await Skopeo.InspectRegistryAsync(
                        $"{_registry.Name}/{repository}:{pushed.Tags[0]}",
                        token
                    )
                )
                    .GetProperty("Digest")
                    .GetString(),
                Is.EqualTo(pushed.Digest)
            );
        }
    }

    [Test]
    [CancelAfter(240_000)]
    public async Task A_push_into_a_layout_that_was_ended_leaves_a_whole_layout_or_none(
        [Values("INT", "KILL")] string signal,
        CancellationToken token
    )
    {
        var layout = PushedImage.LayoutOf(Copy, s_mission.Name);
        Directory.Delete(Copy.Root / "artifacts", recursive: true);

        var killed = await EndAsync(
            Call("Push"),
            (run, waiting) =>
                run.WaitUntilAsync(
                    "something is written",
                    _ => Task.FromResult(HasBegunToWrite()),
                    waiting
                ),
            signal,
            token
        );
        var halfway = PushedImage.HasLayout(Copy, s_mission.Name)
            ? LayoutCheck.ListProblems(layout)
            : [];
        var next = await Copy.RunAsync(Call("Push"), token);

        using (Assert.EnterMultipleScope())
        {
            AssertEndedBy(signal, killed);
            Assert.That(halfway, Is.Empty);
            Assert.That(next.ExitCode, Is.Zero, next.ToString);
            Assert.That(LayoutCheck.ListProblems(layout), Is.Empty);
            Assert.That(Leftovers.ListFiles(Copy), Is.Empty);
        }
    }

    [Test]
    [CancelAfter(240_000)]
    public async Task A_build_that_outlives_its_killed_run_takes_no_name(CancellationToken token)
    {
        const string Common = "hubforge-common:common-base";
        var sleep = SleepOf(10);
        var phase = SlowBuild("BuildCommon", "common/image/Dockerfile", sleep);
        var original = await File.ReadAllTextAsync(Copy.Root / phase.File, token);
        var before = await Docker.Local.IdOfAsync(Common, token);
        await Copy.EditAsync(phase.File, phase.Slow, token);

        await EndAsync(Call(phase.Target), phase.WaitAsync, "KILL", token);
        await File.WriteAllTextAsync(Copy.Root / phase.File, original, token);
        await Patience.WaitAsync(
            "the step and the docker program have ended",
            TimeSpan.FromMinutes(2),
            _ => Task.FromResult(!ProcessTable.Has(sleep) && !ProcessTable.Has(Unfinished)),
            token
        );

        var next = await Copy.MustRunAsync(Call(phase.Target), token);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Docker.Local.IdOfAsync(Common, token), Is.EqualTo(before));
            Assert.That(
                RunSummary.Of(next)[$"BuildCommon[{s_mission.Name}]"].Status,
                Is.EqualTo("Up to date")
            );
        }
    }

    private static IEnumerable<Phase> Phases()
    {
        yield return new Phase(
            "CompileEnvs",
            s_mission.SpecOf(Environment),
            text => text + TinyMission.OtherPackage + "\n"
        )
        {
            Options = ["--use-frozen", "0"],
            WaitAsync = WaitForContainerAsync,
        };
        yield return SlowBuild("BuildBase", "common/base/Dockerfile");
        yield return SlowBuild("BuildCommon", "common/image/Dockerfile");
        yield return SlowBuild("BuildMission", s_mission.DockerfileCustom);
        yield return new Phase(
            "Test",
            s_mission.NotebookOf(Environment),
            text =>
                text.Replace(
                    "\"import",
                    "\"import time; time.sleep(60)\\n\", \"import",
                    StringComparison.Ordinal
                )
        )
        {
            WaitAsync = WaitForContainerAsync,
        };
    }

    // A time of its own, by which the process is known.
    private static string SleepOf(int seconds) =>
        $"sleep {seconds}.{Random.Shared.Next(100_000, 999_999)}";

    private static Phase SlowBuild(string target, string file, string? ownSleep = null)
    {
        var sleep = ownSleep ?? SleepOf(60);
        return new Phase(target, file, dockerfile => $"{dockerfile}\nRUN {sleep}\n")
        {
            WaitAsync = (run, cancellationToken) =>
                run.WaitUntilAsync(
                    "the step that sleeps runs",
                    _ => Task.FromResult(ProcessTable.Has(sleep)),
                    cancellationToken
                ),
        };
    }

    private static Task WaitForContainerAsync(
        RunningBuild run,
        CancellationToken cancellationToken
    ) =>
        run.WaitUntilAsync(
            "a container of the mission runs",
            async token => (await Docker.Local.ListContainersAsync(s_label, token)).Count > 0,
            cancellationToken
        );

    private static void AssertEndedBy(string signal, BuildOutcome outcome) =>
        Assert.That(outcome.ExitCode, Is.EqualTo(signal == "INT" ? 130 : 137), outcome.ToString);

    private static BuildCall Call(params IEnumerable<string> arguments) =>
        new([.. arguments, "--mission", s_mission.Name]);

    private async Task<BuildOutcome> EndAsync(
        BuildCall call,
        Func<RunningBuild, CancellationToken, Task> wait,
        string signal,
        CancellationToken cancellationToken
    )
    {
        var run = Copy.Start(call, cancellationToken);
        await wait(run, cancellationToken);
        await run.SignalAsync(signal, cancellationToken);
        return await run.EndAsync();
    }

    // The connection is gone before the next run: the engine would keep its few places for uploads waiting on it.
    private async Task<BuildOutcome> EndWhileUploadingAsync(
        string repository,
        string signal,
        CancellationToken cancellationToken
    )
    {
        await using var stalled = new FaultyConnection(_registry, 100_000, cuts: false);
        return await EndAsync(
            Call("Push", "--repository", $"{stalled.Name}/{repository}"),
            (run, waiting) =>
                run.WaitUntilAsync(
                    "the upload has begun",
                    _ => Task.FromResult(stalled.HasReached),
                    waiting
                ),
            signal,
            cancellationToken
        );
    }

    private bool HasBegunToWrite()
    {
        var folder = Copy.Root / "artifacts" / s_mission.Name;
        return folder.DirectoryExists
            && Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any();
    }

    // What a person would miss: the locks, and what was pushed.
    private IReadOnlyList<string> Kept() =>
        [
            .. FolderSnapshot.Of(Copy.Root / s_mission.LockOf(Environment)),
            .. FolderSnapshot.Of(PushedImage.LayoutOf(Copy, s_mission.Name)),
        ];
}
