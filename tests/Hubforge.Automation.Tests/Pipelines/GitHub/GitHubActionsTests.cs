using Hubforge.Automation.Pipelines;
using Hubforge.Automation.Pipelines.GitHub;
using Hubforge.Automation.Tests.Pipelines.Yaml;
using YamlDotNet.RepresentationModel;

namespace Hubforge.Automation.Tests.Pipelines.GitHub;

public sealed class GitHubActionsTests
{
    private const GitHubActionsImage Ubuntu = GitHubActionsImage.UbuntuLatest;

    [Test]
    public void A_job_for_each_invoked_target_needs_the_jobs_of_those_it_depends_on()
    {
        var jobs = Jobs(SampleWorkflows.Weekly(), SampleWorkflows.SolveFloating());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Keys(jobs),
                Is.EqualTo(new[] { "discover", "compile-envs", "test", "pull-request" })
            );
            Assert.That(
                YamlReader.Show(jobs, "compile-envs", "needs"),
                Is.EqualTo("""["discover"]""")
            );
            Assert.That(
                YamlReader.Show(jobs, "test", "needs"),
                Is.EqualTo("""["discover","compile-envs"]""")
            );
            Assert.That(YamlReader.Show(jobs, "pull-request", "needs"), Is.EqualTo("""["test"]"""));
        }
    }

    [Test]
    public void Missions_are_a_matrix_that_the_discovering_job_gives()
    {
        var jobs = Jobs(SampleWorkflows.PullRequest());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Text(jobs, "test", "strategy", "matrix", "mission"),
                Is.EqualTo("${{ fromJSON(needs.discover.outputs.missions) }}")
            );
            Assert.That(Text(jobs, "test", "strategy", "fail-fast"), Is.EqualTo("false"));
            Assert.That(
                Text(jobs, "discover", "outputs", "missions"),
                Is.EqualTo("${{ steps.discover.outputs.missions }}")
            );
            Assert.That(
                Text(jobs, "test", "if"),
                Is.EqualTo("${{ needs.discover.outputs.missions != '[]' }}")
            );
        }
    }

    [Test]
    public void Only_changed_missions_are_found_by_comparing_with_the_base_of_the_pull_request()
    {
        var jobs = Jobs(SampleWorkflows.PullRequest());

        var discover = Step(jobs, "discover", "DiscoverMissions");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Text(discover, "env", "HUBFORGE_CHANGED_SINCE"),
                Is.EqualTo("${{ github.event.pull_request.base.sha || github.event.before }}")
            );
            Assert.That(
                Text(Step(jobs, "discover", "Check out"), "with", "fetch-depth"),
                Is.EqualTo("0")
            );
        }
    }

    [Test]
    public void Values_reach_the_command_by_environment_so_that_no_expression_is_read_as_code()
    {
        var jobs = Jobs(SampleWorkflows.Weekly(), SampleWorkflows.SolveFloating());

        var solve = Step(jobs, "compile-envs", "CompileEnvs");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Text(solve, "run"),
                Is.EqualTo("./build.sh CompileEnvs --mission \"$MISSION\" --use-frozen false")
            );
            Assert.That(Text(solve, "env", "MISSION"), Is.EqualTo("${{ matrix.mission }}"));
            Assert.That(
                AllSteps(jobs).Select(step => Find(step, "run") ?? ""),
                Has.None.Contains("${{")
            );
        }
    }

    [Test]
    public void The_artifact_of_a_mission_decides_alone_whether_its_next_job_goes_on()
    {
        var jobs = Jobs(SampleWorkflows.Weekly(), SampleWorkflows.SolveFloating());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Text(
                    Step(jobs, "compile-envs", "Keep compile-envs-${{ matrix.mission }}"),
                    "with",
                    "path"
                ),
                Is.EqualTo("global.json\ndeployments/${{ matrix.mission }}/image/env-frozen/**")
            );
            Assert.That(
                Text(
                    Step(jobs, "test", "Fetch compile-envs-${{ matrix.mission }}"),
                    "with",
                    "name"
                ),
                Is.EqualTo("compile-envs-${{ matrix.mission }}")
            );
            Assert.That(
                Text(jobs, "test", "if"),
                Is.EqualTo(
                    "${{ !cancelled() && needs.discover.result == 'success' && needs.discover.outputs.missions != '[]' }}"
                )
            );
        }
    }

    [Test]
    public void Only_the_job_that_opens_the_pull_request_may_write_and_it_runs_no_command()
    {
        var workflow = Read(SampleWorkflows.Weekly(), SampleWorkflows.SolveFloating());
        var jobs = (YamlMappingNode)workflow["jobs"];

        var writing = Keys(jobs).Where(job => Find(jobs[job], "permissions") is not null);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                YamlReader.Show(workflow, "permissions"),
                Is.EqualTo("""[["contents","read"]]""")
            );
            Assert.That(writing, Is.EqualTo(new[] { "pull-request" }));
            Assert.That(Steps(jobs, "pull-request").Select(step => Find(step, "run")), Is.All.Null);
            Assert.That(
                Text(Step(jobs, "pull-request", "Update locks"), "with", "add-paths"),
                Is.EqualTo("deployments/*/image/env-frozen/**")
            );
        }
    }

    [Test]
    public void A_secret_is_given_to_the_step_of_the_job_that_names_it_and_to_no_other()
    {
        var jobs = Jobs(
            new GitHubActionsAttribute("main", Ubuntu) { InvokedTargets = ["Test", "Push"] },
            new PipelineJobAttribute("main", "Push")
            {
                ImportSecrets = ["RegistryPassword"],
                EnvironmentName = "registry",
                Permissions = ["packages: write"],
            }
        );

        var withSecret = AllSteps(jobs)
            .Where(step => YamlReader.Show(step).Contains("secrets.", StringComparison.Ordinal))
            .ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(withSecret, Has.Count.EqualTo(1));
            Assert.That(
                Text(Step(jobs, "push", "Push"), "env", "HUBFORGE_REGISTRY_PASSWORD"),
                Is.EqualTo("${{ secrets.REGISTRY_PASSWORD }}")
            );
            Assert.That(Text(jobs, "push", "environment"), Is.EqualTo("registry"));
            Assert.That(
                YamlReader.Show(jobs, "push", "permissions"),
                Is.EqualTo("""[["contents","read"],["packages","write"]]""")
            );
        }
    }

    [Test]
    public void A_variable_of_the_project_reaches_the_job_that_names_it()
    {
        var jobs = Jobs(
            new GitHubActionsAttribute("main", Ubuntu) { InvokedTargets = ["Test", "Push"] },
            new PipelineJobAttribute("main", "Push") { ImportVariables = ["Repository"] }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Text(Step(jobs, "push", "Push"), "env", "HUBFORGE_REPOSITORY"),
                Is.EqualTo("${{ vars.HUBFORGE_REPOSITORY }}")
            );
            Assert.That(YamlReader.Show(jobs, "test"), Does.Not.Contain("vars."));
        }
    }

    [Test]
    public void Every_action_is_pinned_to_a_commit_and_named_with_its_version()
    {
        var text = Generate(SampleWorkflows.Weekly(), SampleWorkflows.SolveFloating());

        var uses = text.Split('\n').Where(line => line.Contains("uses:", StringComparison.Ordinal));

        Assert.That(uses, Is.All.Match(@"uses: [\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$"));
    }

    [Test]
    public void A_job_without_missions_waits_for_all_of_them_and_fetches_all_their_files()
    {
        var jobs = Jobs(
            new GitHubActionsAttribute("all", Ubuntu) { InvokedTargets = ["Test", "Publish"] }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(YamlReader.Show(jobs, "publish", "needs"), Is.EqualTo("""["test"]"""));
            Assert.That(
                Text(jobs, "publish", "if"),
                Is.EqualTo("${{ !failure() && !cancelled() }}")
            );
            Assert.That(
                Text(Step(jobs, "publish", "Fetch test-*"), "with", "pattern"),
                Is.EqualTo("test-*")
            );
            Assert.That(
                Text(Step(jobs, "publish", "Publish"), "run"),
                Is.EqualTo("./build.sh Publish")
            );
        }
    }

    [Test]
    public void A_partitioned_target_is_divided_over_a_matrix()
    {
        var jobs = Jobs(
            new GitHubActionsAttribute("bench", Ubuntu) { InvokedTargets = ["Benchmark"] }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                YamlReader.Show(jobs, "benchmark", "strategy", "matrix", "partition"),
                Is.EqualTo("""["1","2","3"]""")
            );
            Assert.That(
                Text(Step(jobs, "benchmark", "Benchmark"), "run"),
                Is.EqualTo("./build.sh Benchmark --partition \"$PARTITION/3\"")
            );
            Assert.That(Keys(jobs), Does.Not.Contain("discover"));
        }
    }

    [Test]
    public void Several_images_are_a_matrix_of_runners()
    {
        var jobs = Jobs(
            new GitHubActionsAttribute("all", Ubuntu, GitHubActionsImage.MacOsLatest)
            {
                InvokedTargets = ["Verify"],
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text(jobs, "verify", "runs-on"), Is.EqualTo("${{ matrix.image }}"));
            Assert.That(
                YamlReader.Show(jobs, "verify", "strategy", "matrix", "image"),
                Is.EqualTo("""["ubuntu-latest","macos-latest"]""")
            );
        }
    }

    [Test]
    public void Triggers_have_their_branches_paths_and_schedules()
    {
        var on = Read(
            new GitHubActionsAttribute("x", Ubuntu)
            {
                InvokedTargets = ["Verify"],
                On = [GitHubActionsTrigger.WorkflowDispatch],
                OnPushBranches = ["main"],
                OnPushIncludePaths = ["build/**"],
                OnPushExcludePaths = ["build/**/*.md"],
                OnPullRequestExcludePaths = ["docs/**"],
                OnCronSchedule = "30 4 * * 1",
            }
        )["on"];

        Assert.That(
            YamlReader.Show(on),
            Is.EqualTo(
                """[["push",[["branches",["main"]],["paths",["build/**","!build/**/*.md"]]]],"""
                    + """["pull_request",[["paths-ignore",["docs/**"]]]],"""
                    + """["schedule",[[["cron","30 4 * * 1"]]]],["workflow_dispatch",[]]]"""
            )
        );
    }

    [Test]
    public void A_workflow_that_nothing_starts_can_be_started_by_hand()
    {
        var workflow = Read(
            new GitHubActionsAttribute("x", Ubuntu) { InvokedTargets = ["Verify"] }
        );

        Assert.That(YamlReader.Show(workflow, "on"), Is.EqualTo("""[["workflow_dispatch",[]]]"""));
    }

    [Test]
    public void Runs_of_a_pull_request_replace_each_other_and_no_push_is_left_out()
    {
        var workflow = Read(SampleWorkflows.PullRequest());

        Assert.That(
            YamlReader.Show(workflow, "concurrency"),
            Is.EqualTo(
                """[["group","${{ github.workflow }}-${{ github.event.pull_request.number || github.run_id }}"],"""
                    + """["cancel-in-progress","true"]]"""
            )
        );
    }

    [Test]
    public void Jobs_that_push_run_one_at_a_time_for_each_mission()
    {
        var jobs = Jobs(
            new GitHubActionsAttribute("push", Ubuntu) { InvokedTargets = ["Push"] },
            new PipelineJobAttribute("push", "Push") { ConcurrencyGroup = "push" }
        );

        Assert.That(
            YamlReader.Show(jobs, "push", "concurrency"),
            Is.EqualTo(
                """[["group","push-${{ matrix.mission }}"],["cancel-in-progress","false"]]"""
            )
        );
    }

    private static string Generate(
        GitHubActionsAttribute pipeline,
        params PipelineJobAttribute[] refinements
    ) => SampleOutline.Generate(pipeline, refinements).Single().Text;

    private static YamlMappingNode Read(
        GitHubActionsAttribute pipeline,
        params PipelineJobAttribute[] refinements
    ) => YamlReader.Read(Generate(pipeline, refinements));

    private static YamlMappingNode Jobs(
        GitHubActionsAttribute pipeline,
        params PipelineJobAttribute[] refinements
    ) => (YamlMappingNode)Read(pipeline, refinements)["jobs"];

    private static IEnumerable<string> Keys(YamlMappingNode mapping) =>
        mapping.Children.Keys.Select(key => ((YamlScalarNode)key).Value!);

    private static IEnumerable<YamlNode> Steps(YamlNode jobs, string job) =>
        (YamlSequenceNode)jobs[job]["steps"];

    private static IEnumerable<YamlNode> AllSteps(YamlMappingNode jobs) =>
        Keys(jobs).SelectMany(job => Steps(jobs, job));

    private static YamlNode Step(YamlNode jobs, string job, string name) =>
        Steps(jobs, job).Single(step => Text(step, "name") == name);

    private static string Text(YamlNode node, params string[] path) =>
        ((YamlScalarNode)YamlReader.At(node, path)).Value!;

    private static string? Find(YamlNode node, string key) =>
        ((YamlMappingNode)node).Children.TryGetValue(key, out var value) ? value.ToString() : null;
}
