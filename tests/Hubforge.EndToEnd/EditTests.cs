using Hubforge.EndToEnd.Project;

namespace Hubforge.EndToEnd;

/// <summary>What an edit costs: the plan says it before, and the run does no more than that.</summary>
public sealed class EditTests : CopyFixture
{
    private static readonly TinyMission s_mission = new("e2e-edits", "database", "frozen-lake");

    private protected override TinyMission? OwnMission => s_mission;

    [Test]
    [CancelAfter(300_000)]
    public async Task Floating_specs_are_solved_and_their_locks_build_and_test_an_image(
        CancellationToken token
    )
    {
        await Copy.MustRunAsync(
            new BuildCall("CompileEnvs", "--mission", s_mission.Name, "--use-frozen", "0"),
            token
        );
        var outcome = await Copy.MustRunAsync(Test, token);

        using (Assert.EnterMultipleScope())
        {
            foreach (var environment in s_mission.Environments)
            {
                var folder = Copy.Root / s_mission.LockOf(environment);
                Assert.That(
                    (folder / "requirements.txt").FileExists
                        ? await File.ReadAllTextAsync(folder / "requirements.txt", token)
                        : "",
                    Does.Match("tinytool==1.0.0.*\n?.*--hash=sha256:[0-9a-f]{64}")
                );
                Assert.That((folder / "lock.json").FileExists);
            }

            Assert.That(RunSummary.Of(outcome)[Row("Test")].Status, Is.EqualTo("Succeeded"));
        }
    }

    [Test]
    [DependsOnTest(nameof(Floating_specs_are_solved_and_their_locks_build_and_test_an_image))]
    [CancelAfter(120_000)]
    public async Task An_edited_notebook_rebuilds_and_retests_without_a_solve(
        CancellationToken token
    )
    {
        var locks = Locks();
        await Copy.EditAsync(
            s_mission.NotebookOf("database"),
            text => text.Replace("double(21)", "double(20 + 1)", StringComparison.Ordinal),
            token
        );

        var plan = await Copy.MustRunAsync(
            Test with
            {
                Arguments = [.. Test.Arguments, "--plan"],
            },
            token
        );
        var outcome = await Copy.MustRunAsync(Test, token);

        var summary = RunSummary.Of(outcome);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Output, Does.Match(@"BuildMission\[\S+ +will run .*database\.ipynb"));
            Assert.That(plan.Output, Does.Match(@"Test\[\S+ +(will|may) run"));
            Assert.That(summary[Row("BuildMission")].Status, Is.EqualTo("Succeeded"));
            Assert.That(summary[Row("Test")].Status, Is.EqualTo("Succeeded"));
            foreach (var environment in s_mission.Environments)
            {
                Assert.That(
                    summary[$"CompileEnvs[{s_mission.Name}/{environment}]"].Status,
                    Is.EqualTo("Up to date")
                );
            }

            Assert.That(Locks(), Is.EqualTo(locks));
        }
    }

    [Test]
    [DependsOnTest(nameof(An_edited_notebook_rebuilds_and_retests_without_a_solve))]
    [CancelAfter(180_000)]
    public async Task An_edited_spec_is_solved_anew_and_the_other_environment_left_alone(
        CancellationToken token
    )
    {
        var untouched = FolderSnapshot.Of(Copy.Root / s_mission.LockOf("frozen-lake"));
        await Copy.EditAsync(
            s_mission.SpecOf("database"),
            text => text + TinyMission.OtherPackage + "\n",
            token
        );
        var call = new BuildCall("CompileEnvs", "--mission", s_mission.Name, "--use-frozen", "0");

        var plan = await Copy.MustRunAsync(
            call with
            {
                Arguments = [.. call.Arguments, "--plan"],
            },
            token
        );
        var outcome = await Copy.MustRunAsync(call, token);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Output, Does.Match(@"/database\] +will run .*database\.pip"));
            Assert.That(plan.Output, Does.Match(@"/frozen-lake\] +up to date"));
            Assert.That(outcome.Output, Does.Contain(TinyMission.OtherPackage));
            Assert.That(
                await File.ReadAllTextAsync(
                    Copy.Root / s_mission.LockOf("database") / "requirements.txt",
                    token
                ),
                Does.Contain($"{TinyMission.OtherPackage}==1.0.0")
            );
            Assert.That(
                FolderSnapshot.Of(Copy.Root / s_mission.LockOf("frozen-lake")),
                Is.EqualTo(untouched)
            );
        }
    }

    private static BuildCall Test => new("Test", "--mission", s_mission.Name);

    private static string Row(string target) => $"{target}[{s_mission.Name}]";

    private IReadOnlyList<string> Locks() =>
        FolderSnapshot.Of(Copy.Root / s_mission.Folder / "image/env-frozen");
}
