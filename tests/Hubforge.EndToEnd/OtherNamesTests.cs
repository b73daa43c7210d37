using Hubforge.EndToEnd.Engines;
using Hubforge.EndToEnd.Project;

namespace Hubforge.EndToEnd;

/// <summary>A mission made by copying <c>demo</c> by hand, as its README says, needs no change of the program.</summary>
public sealed class OtherNamesTests : CopyFixture
{
    private const string Name = "e2e-lakes";

    [OneTimeSetUp]
    public async Task CopyMission()
    {
        await MissionCopy.MakeAsync(
            Copy,
            Name,
            new Dictionary<string, string> { ["astro"] = "database", ["minimal"] = "frozen-lake" },
            CancellationToken.None
        );
    }

    [OneTimeTearDown]
    public async Task RemoveImages()
    {
        await Docker.Local.RemoveImagesAsync($"hubforge.mission={Name}", CancellationToken.None);
    }

    [Test]
    [CancelAfter(600_000)]
    public async Task A_copied_mission_is_solved_built_and_tested(CancellationToken token)
    {
        await Copy.MustRunAsync(
            new BuildCall("CompileEnvs", "--mission", Name, "--use-frozen", "0"),
            token
        );

        var outcome = await Copy.MustRunAsync(new BuildCall("Test", "--mission", Name), token);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(RunSummary.Of(outcome)[$"Test[{Name}]"].Status, Is.EqualTo("Succeeded"));
            Assert.That(
                (Copy.Root / $"deployments/{Name}/image/env-frozen/database/apt.lock").FileExists
            );
            Assert.That(
                (
                    Copy.Root / $"deployments/{Name}/image/env-frozen/frozen-lake/lock.json"
                ).FileExists
            );
        }
    }

    [Test]
    [DependsOnTest(nameof(A_copied_mission_is_solved_built_and_tested))]
    [CancelAfter(120_000)]
    public async Task Its_environments_are_drawn_and_its_settings_written(CancellationToken token)
    {
        await Copy.MustRunAsync(
            new BuildCall("GraphEnv", "--mission", Name, "--environment", "frozen-lake"),
            token
        );
        await Copy.MustRunAsync(new BuildCall("Configure", "--mission", Name), token);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((Copy.Root / $"artifacts/{Name}/graph-frozen-lake.svg").FileExists);
            Assert.That(
                await File.ReadAllTextAsync(Copy.Root / "setup-env", token),
                Does.Contain($"export DEPLOYMENT_NAME={Name}\n")
            );
        }
    }
}
