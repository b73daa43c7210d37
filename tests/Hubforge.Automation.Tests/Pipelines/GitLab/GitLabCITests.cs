using Hubforge.Automation.Pipelines;
using Hubforge.Automation.Pipelines.GitLab;
using Hubforge.Automation.Tests.Pipelines.Yaml;
using YamlDotNet.RepresentationModel;

namespace Hubforge.Automation.Tests.Pipelines.GitLab;

public sealed class GitLabCITests
{
    [Test]
    public void Each_mission_has_jobs_of_its_own_that_need_those_of_the_same_mission()
    {
        var pipeline = Read(SampleWorkflows.GitLab());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                pipeline.Children.Keys.Select(key => key.ToString()),
                Is.SupersetOf(
                    new[] { "compile-envs:demo", "compile-envs:roman", "test:demo", "test:roman" }
                )
            );
            Assert.That(
                YamlReader.Show(pipeline, "test:roman", "needs"),
                Is.EqualTo(
                    """[[["job","compile-envs:roman"],["artifacts","true"],["optional","true"]]]"""
                )
            );
            Assert.That(
                YamlReader.Show(pipeline, "test:roman", "script"),
                Is.EqualTo("""["./build.sh Test --mission roman"]""")
            );
            Assert.That(
                YamlReader.Show(pipeline, "stages"),
                Is.EqualTo("""["compile-envs","test"]""")
            );
        }
    }

    [Test]
    public void A_job_of_a_mission_runs_only_for_changes_that_touch_it()
    {
        var pipeline = Read(SampleWorkflows.GitLab());

        Assert.That(
            YamlReader.Show(pipeline, "test:demo", "rules", "0", "changes", "paths"),
            Does.StartWith("""["deployments/demo/**/*","common/**/*","build/**/*","build.sh",""")
        );
    }

    [Test]
    public void What_a_job_produces_is_kept_for_its_mission_with_the_report_of_its_problems()
    {
        var pipeline = Read(SampleWorkflows.GitLab());

        Assert.That(
            YamlReader.Show(pipeline, "compile-envs:demo", "artifacts"),
            Is.EqualTo(
                """[["when","always"],["paths",["deployments/demo/image/env-frozen/**"]],"""
                    + """["reports",[["codequality","artifacts/gl-code-quality-report.json"]]]]"""
            )
        );
    }

    [Test]
    public void Branches_schedules_and_people_start_the_pipeline()
    {
        var pipeline = Read(
            new GitLabCIAttribute("x")
            {
                InvokedTargets = ["Verify"],
                OnPullRequestBranches = ["main"],
                OnPushBranches = ["release/*"],
                OnPushIncludePaths = ["build/**"],
                OnCronSchedule = "0 3 * * *",
            }
        );

        var rules = ((YamlSequenceNode)pipeline["workflow"]["rules"]).Select(rule => rule["if"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                rules.Select(rule => rule.ToString()),
                Is.EqualTo(
                    new[]
                    {
                        "$CI_PIPELINE_SOURCE == \"merge_request_event\" && $CI_MERGE_REQUEST_TARGET_BRANCH_NAME == \"main\"",
                        "$CI_PIPELINE_SOURCE == \"push\" && $CI_COMMIT_BRANCH =~ /^release\\/[^\\/]*$/",
                        "$CI_PIPELINE_SOURCE == \"schedule\"",
                        "$CI_PIPELINE_SOURCE == \"web\"",
                    }
                )
            );
            Assert.That(
                YamlReader.Show(pipeline, "workflow", "rules", "1", "changes", "paths"),
                Is.EqualTo("""["build/**"]""")
            );
        }
    }

    [Test]
    public void A_partitioned_target_runs_in_parallel_and_a_secret_keeps_its_name_in_the_store()
    {
        var pipeline = Read(
            new GitLabCIAttribute("x") { InvokedTargets = ["Benchmark"] },
            new PipelineJobAttribute("x", "Benchmark") { ImportSecrets = ["RegistryPassword"] }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(YamlReader.Show(pipeline, "benchmark", "parallel"), Is.EqualTo("\"3\""));
            Assert.That(
                YamlReader.At(pipeline, "benchmark", "script", "0").ToString(),
                Is.EqualTo("./build.sh Benchmark --partition \"$CI_NODE_INDEX/$CI_NODE_TOTAL\"")
            );
            Assert.That(
                YamlReader.Show(pipeline, "benchmark", "variables"),
                Is.EqualTo("""[["HUBFORGE_REGISTRY_PASSWORD","$REGISTRY_PASSWORD"]]""")
            );
        }
    }

    [Test]
    public void A_job_that_publishes_is_never_ended_by_a_newer_pipeline()
    {
        var pipeline = Read(
            new GitLabCIAttribute("x") { InvokedTargets = ["Verify"] },
            new PipelineJobAttribute("x", "Verify") { ConcurrencyGroup = "prod" }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pipeline["verify"]["interruptible"].ToString(), Is.EqualTo("false"));
            Assert.That(pipeline["verify"]["resource_group"].ToString(), Is.EqualTo("prod"));
        }
    }

    [Test]
    public void Jobs_of_missions_need_missions()
    {
        var build = SampleOutline.Build with { Missions = [] };
        var files = new PipelineFiles(build, [SampleWorkflows.GitLab()], []);

        var failure = Assert.Throws<InvalidBuildException>(() => files.Generate());

        Assert.That(failure.Message, Does.Contain("there is no mission"));
    }

    [Test]
    public void A_mission_whose_name_a_shell_would_read_is_quoted()
    {
        var build = SampleOutline.Build with { Missions = ["it's; rm -rf x"] };
        var files = new PipelineFiles(build, [SampleWorkflows.GitLab()], []).Generate();

        var script = YamlReader.At(
            YamlReader.Read(files.Single().Text),
            "test:it's; rm -rf x",
            "script",
            "0"
        );

        Assert.That(
            script.ToString(),
            Is.EqualTo("./build.sh Test --mission 'it'\\''s; rm -rf x'")
        );
    }

    private static YamlMappingNode Read(
        GitLabCIAttribute pipeline,
        params PipelineJobAttribute[] refinements
    ) => YamlReader.Read(SampleOutline.Generate(pipeline, refinements).Single().Text);
}
