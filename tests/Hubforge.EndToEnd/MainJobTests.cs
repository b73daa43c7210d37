using Hubforge.EndToEnd.Engines;
using Hubforge.EndToEnd.Images;
using Hubforge.EndToEnd.Project;
using Hubforge.EndToEnd.Registries;

namespace Hubforge.EndToEnd;

/// <summary>The main job with the mission <c>demo</c>, from a clean copy to an image that others take over.</summary>
public sealed class MainJobTests : CopyFixture
{
    private const string Mission = "demo";
    private const string Tag = "end-to-end";

    private FreshEngine? _other;

    [OneTimeTearDown]
    public async Task StopEngine()
    {
        await (_other?.DisposeAsync() ?? ValueTask.CompletedTask);
        await Docker.Local.TryAsync(
            ["image", "rm", $"hubforge/{Mission}:{Tag}"],
            CancellationToken.None
        );
    }

    [Test]
    [CancelAfter(600_000)]
    public async Task One_command_turns_a_clean_copy_into_a_tested_image_in_a_layout(
        CancellationToken token
    )
    {
        var outcome = await Copy.MustRunAsync(Call(), token);

        var pushed = await PushedImage.ReadAsync(Copy, Mission, token);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(outcome.Output, Does.Contain(pushed.Digest));
            Assert.That(LayoutCheck.ListProblems(PushedImage.LayoutOf(Copy, Mission)), Is.Empty);
            Assert.That(pushed.Locks.Keys, Is.EquivalentTo(["astro", "minimal"]));
            Assert.That(
                pushed.Commit,
                Is.EqualTo(await Copy.GitAsync(["rev-parse", "HEAD"], token))
            );
            Assert.That(
                await Copy.GitAsync(["status", "--short", "deployments", "common"], token),
                Is.Empty
            );
        }
    }

    [Test]
    [DependsOnTest(nameof(One_command_turns_a_clean_copy_into_a_tested_image_in_a_layout))]
    [CancelAfter(60_000)]
    public async Task A_second_push_does_nothing_and_says_for_each_target_why(
        CancellationToken token
    )
    {
        var before = FolderSnapshot.Of(Copy.Root / "artifacts" / Mission);

        var outcome = await Copy.MustRunAsync(Call(), token);

        var summary = RunSummary.Of(outcome);
        using (Assert.EnterMultipleScope())
        {
            // The machine itself is looked at each time; nothing remembers its state.
            foreach (var target in summary.Targets.Where(name => name != "PrepareMachine"))
            {
                Assert.That(summary[target].Status, Is.EqualTo("Up to date"), target);
                Assert.That(summary[target].Reason, Is.Not.Empty, target);
            }

            Assert.That(FolderSnapshot.Of(Copy.Root / "artifacts" / Mission), Is.EqualTo(before));
        }
    }

    [Test]
    [DependsOnTest(nameof(A_second_push_does_nothing_and_says_for_each_target_why))]
    [CancelAfter(300_000)]
    public async Task Without_its_state_folder_the_program_comes_to_the_same_result_and_builds_no_image(
        CancellationToken token
    )
    {
        var before = await PushedImage.ReadAsync(Copy, Mission, token);
        foreach (var folder in Directory.EnumerateDirectories(Copy.State))
        {
            if (Path.GetFileName(folder) != "program")
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        var outcome = await Copy.MustRunAsync(Call(), token);

        var summary = RunSummary.Of(outcome);
        var after = await PushedImage.ReadAsync(Copy, Mission, token);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(after.Digest, Is.EqualTo(before.Digest));
            Assert.That(after.ImageId, Is.EqualTo(before.ImageId));
            foreach (var target in (string[])["BuildBase", "BuildCommon", "BuildMission"])
            {
                Assert.That(
                    summary[$"{target}[{Mission}]"].Status,
                    Is.EqualTo("Up to date"),
                    target
                );
            }

            Assert.That(LayoutCheck.ListProblems(PushedImage.LayoutOf(Copy, Mission)), Is.Empty);
        }
    }

    [Test]
    [DependsOnTest(
        nameof(Without_its_state_folder_the_program_comes_to_the_same_result_and_builds_no_image)
    )]
    [CancelAfter(300_000)]
    public async Task Skopeo_accepts_the_layout_and_a_fresh_engine_runs_JupyterLab_from_it(
        CancellationToken token
    )
    {
        var pushed = await PushedImage.ReadAsync(Copy, Mission, token);
        var layout = PushedImage.LayoutOf(Copy, Mission);
        _other = await FreshEngine.StartAsync(token);

        var inspected = await Skopeo.InspectLayoutAsync(layout, pushed.Tags[0], token);
        await Skopeo.CopyIntoEngineAsync((layout, pushed.Tags[0]), _other, "taken:over", token);
        await using var server = await NotebookServer.StartAsync(
            _other.Docker,
            "taken:over",
            token
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(inspected.GetProperty("Digest").GetString(), Is.EqualTo(pushed.Digest));
            Assert.That(await server.GetAsync("lab", token), Does.Contain("jupyterlab").IgnoreCase);
            Assert.That(
                await server.GetAsync("api/kernelspecs", token),
                Does.Contain("Astronomy (demo)").And.Contain("Minimal (demo)")
            );
        }
    }

    [Test]
    [DependsOnTest(nameof(Skopeo_accepts_the_layout_and_a_fresh_engine_runs_JupyterLab_from_it))]
    [CancelAfter(300_000)]
    public async Task A_push_to_a_registry_is_pulled_back_with_the_same_digest(
        CancellationToken token
    )
    {
        await using var registry = await LocalRegistry.StartAsync(token);
        var repository = $"{registry.Name}/team/{Mission}";

        await Copy.MustRunAsync(Call("--repository", repository), token);

        var pushed = await PushedImage.ReadAsync(Copy, Mission, token);
        var pulled = $"{repository}@{pushed.Digest}";
        _other ??= await FreshEngine.StartAsync(token);
        await _other.Docker.ReadAsync(["pull", "--quiet", pulled], token);
        var id = await _other.Docker.IdOfAsync(pulled, token);
        var seen = await Skopeo.InspectRegistryAsync($"{repository}:{pushed.Tags[0]}", token);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(id, Is.EqualTo(pushed.ImageId));
            Assert.That(seen.GetProperty("Digest").GetString(), Is.EqualTo(pushed.Digest));
        }
    }

    // A tag of its own: the image of the same name that somebody works with on this machine stays what it is.
    private static BuildCall Call(params IEnumerable<string> options) =>
        new BuildCall(["Push", .. options]).WithVariable("IMAGE_TAG", Tag);
}
