using Hubforge.Automation.Pipelines;
using Hubforge.Automation.Pipelines.Azure;
using Hubforge.Automation.Tests.Pipelines.Yaml;
using YamlDotNet.RepresentationModel;

namespace Hubforge.Automation.Tests.Pipelines.Azure;

public sealed class AzurePipelinesTests
{
    private const AzurePipelinesImage Ubuntu = AzurePipelinesImage.UbuntuLatest;

    [Test]
    public void Missions_are_a_matrix_that_the_discovering_job_hands_over()
    {
        var pipeline = Read(SampleWorkflows.Azure());

        var test = Job(pipeline, "test");
        var discover = (YamlSequenceNode)Job(pipeline, "discover")["steps"];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                YamlReader.Show(test, "dependsOn"),
                Is.EqualTo("""["discover","compile_envs"]""")
            );
            Assert.That(
                test["strategy"]["matrix"].ToString(),
                Is.EqualTo("$[ dependencies.discover.outputs['discover.matrix'] ]")
            );
            Assert.That(discover.Last()["name"].ToString(), Is.EqualTo("discover"));
            Assert.That(
                discover.Last()["bash"].ToString(),
                Is.EqualTo("cat .nuke/temp/azure-commands && rm .nuke/temp/azure-commands")
            );
            Assert.That(
                test["condition"].ToString(),
                Is.EqualTo(
                    "and(not(canceled()), eq(dependencies.discover.result, 'Succeeded'), "
                        + "ne(dependencies.discover.outputs['discover.missions'], '[]'))"
                )
            );
        }
    }

    [Test]
    public void Files_travel_from_job_to_job_within_a_mission()
    {
        var pipeline = Read(SampleWorkflows.Azure());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                YamlReader.Show(Step(pipeline, "test", "Fetch compile-envs-$(mission)"), "inputs"),
                Is.EqualTo(
                    """[["artifact","compile-envs-$(mission)"],["path","$(Build.SourcesDirectory)"]]"""
                )
            );
            Assert.That(
                Step(pipeline, "compile_envs", "Gather compile-envs-$(mission)")["inputs"]
                    ["Contents"]
                    .ToString(),
                Is.EqualTo("global.json\ndeployments/$(mission)/image/env-frozen/**")
            );
        }
    }

    [Test]
    public void The_command_gets_mission_and_secret_by_environment()
    {
        var step = Step(
            Read(
                SampleWorkflows.Azure(),
                new PipelineJobAttribute("azure-pipelines", "Test")
                {
                    ImportSecrets = ["RegistryPassword"],
                }
            ),
            "test",
            "Test"
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                step["bash"].ToString(),
                Is.EqualTo("./build.sh Test --mission \"$MISSION\"")
            );
            Assert.That(
                YamlReader.Show(step, "env"),
                Is.EqualTo(
                    """[["MISSION","$(mission)"],["HUBFORGE_REGISTRY_PASSWORD","$(REGISTRY_PASSWORD)"]]"""
                )
            );
        }
    }

    [Test]
    public void Pushes_and_pull_requests_start_nothing_unless_they_are_asked_for()
    {
        var pipeline = Read(
            new AzurePipelinesAttribute("nightly", Ubuntu)
            {
                InvokedTargets = ["Verify"],
                OnCronSchedule = "0 3 * * *",
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pipeline["trigger"].ToString(), Is.EqualTo("none"));
            Assert.That(pipeline["pr"].ToString(), Is.EqualTo("none"));
            Assert.That(
                YamlReader.Show(pipeline, "schedules", "0", "branches", "include"),
                Is.EqualTo("""["main"]""")
            );
        }
    }

    [Test]
    public void A_suffix_is_part_of_the_name_of_the_file()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                new AzurePipelinesAttribute(Ubuntu).Path,
                Is.EqualTo("azure-pipelines.yml")
            );
            Assert.That(
                new AzurePipelinesAttribute("nightly", Ubuntu).Path,
                Is.EqualTo("azure-pipelines.nightly.yml")
            );
        }
    }

    [Test]
    public void What_Azure_cannot_do_is_an_error_and_not_left_out()
    {
        var failure = Assert.Throws<InvalidBuildException>(() =>
            Read(
                SampleWorkflows.Azure(),
                new PipelineJobAttribute("azure-pipelines", "Test") { EnvironmentName = "prod" }
            )
        );

        Assert.That(failure.Message, Does.Contain("Test has an environment"));
    }

    private static YamlMappingNode Read(
        AzurePipelinesAttribute pipeline,
        params PipelineJobAttribute[] refinements
    ) => YamlReader.Read(SampleOutline.Generate(pipeline, refinements).Single().Text);

    private static YamlNode Job(YamlMappingNode pipeline, string id) =>
        ((YamlSequenceNode)pipeline["jobs"]).Single(job => job["job"].ToString() == id);

    private static YamlNode Step(YamlMappingNode pipeline, string job, string displayName) =>
        ((YamlSequenceNode)Job(pipeline, job)["steps"])
            .Cast<YamlMappingNode>()
            .Single(step =>
                step.Children.TryGetValue("displayName", out var name)
                && name.ToString() == displayName
            );
}
