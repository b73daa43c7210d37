namespace Hubforge.Automation.Tests.Conformance;

/// <summary>Habits of NUKE 10.1 that builds here keep: targets and planning.</summary>
public sealed class KeptHabitsTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Test]
    public async Task A_dependency_runs_before_its_dependent()
    {
        var build = new Chain();

        await _sandbox.RunAsync(build, "Pack");

        Assert.That(build.Ran, Is.EqualTo(["Restore", "Compile", "Pack"]));
    }

    [Test]
    public async Task The_default_target_runs_when_none_is_named()
    {
        var build = new Chain();

        await _sandbox.RunAsync(() => build, [chain => chain.Compile]);

        Assert.That(build.Ran, Is.EqualTo(["Restore", "Compile"]));
    }

    [Test]
    public async Task Several_default_targets_all_run()
    {
        var build = new Chain();

        await _sandbox.RunAsync(() => build, [chain => chain.Restore, chain => chain.Clean]);

        Assert.That(build.Ran, Is.EquivalentTo(["Restore", "Clean"]));
    }

    [Test]
    public async Task Help_is_shown_when_nothing_is_named_and_there_is_no_default()
    {
        var exitCode = await _sandbox.RunAsync<Chain>();

        Assert.That(exitCode, Is.Zero);
        Assert.That(_sandbox.Output, Does.Contain("Targets (with their direct dependencies):"));
    }

    [TestCase("compile")]
    [TestCase("COMPILE")]
    [TestCase("com-pile")]
    public async Task Targets_are_found_whatever_their_case_and_dashes(string name)
    {
        var build = new Chain();

        await _sandbox.RunAsync(build, name);

        Assert.That(build.Ran, Does.Contain("Compile"));
    }

    [TestCase("Restore+Clean")]
    [TestCase("Restore", "Clean")]
    [TestCase("--target", "Restore", "Clean")]
    [TestCase("--target", "Restore+Clean")]
    [TestCase("-target", "Restore", "Clean")]
    public async Task Several_targets_can_be_named(params string[] args)
    {
        var build = new Chain();

        await _sandbox.RunAsync(build, args);

        Assert.That(build.Ran, Is.EquivalentTo(["Restore", "Clean"]));
    }

    [Test]
    public async Task A_named_target_option_replaces_positional_targets()
    {
        var build = new Chain();

        await _sandbox.RunAsync(build, "Clean", "--target", "Restore");

        Assert.That(build.Ran, Is.EqualTo(["Restore"]));
    }

    [Test]
    public async Task DependentFor_is_the_reverse_of_DependsOn()
    {
        var build = new Relations();

        await _sandbox.RunAsync(build, "Main");

        Assert.That(build.Ran, Is.EqualTo(["Before", "Main"]));
    }

    [Test]
    public async Task Before_and_After_order_only_what_is_planned()
    {
        var build = new Orders();

        await _sandbox.RunAsync(build, "Last", "First", "Middle");

        Assert.That(build.Ran, Is.EqualTo(["First", "Middle", "Last"]));
    }

    [Test]
    public async Task Before_and_After_plan_nothing()
    {
        var build = new Orders();

        await _sandbox.RunAsync(build, "Middle");

        Assert.That(build.Ran, Is.EqualTo(["Middle"]));
    }

    [Test]
    public async Task A_triggered_target_joins_the_plan_with_its_dependencies()
    {
        var build = new Triggering();

        await _sandbox.RunAsync(build, "Release");

        Assert.That(build.Ran, Is.EquivalentTo(["Release", "Login", "Announce"]));
    }

    [Test]
    public async Task TriggeredBy_is_the_reverse_of_Triggers()
    {
        var build = new Triggering();

        await _sandbox.RunAsync(build, "Deploy");

        Assert.That(build.Ran, Is.EqualTo(["Deploy", "Watch"]));
    }

    [Test]
    public async Task A_failed_target_does_not_trigger()
    {
        var build = new Triggering { Fails = true };

        var exitCode = await _sandbox.RunAsync(build, "Deploy");

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(build.Ran, Does.Not.Contain("Watch"));
    }

    [Test]
    public async Task Actions_of_a_target_run_in_order_and_each_kind_of_function_is_taken()
    {
        var build = new Actions();

        await _sandbox.RunAsync(build, "All");

        Assert.That(build.Steps, Is.EqualTo("action one two value async token"));
    }

    [Test]
    public async Task A_target_without_actions_collects_its_dependencies_and_is_not_in_the_summary()
    {
        var build = new Relations();

        await _sandbox.RunAsync(build, "Everything");

        Assert.That(build.Ran, Does.Contain("Main"));
        Assert.That(_sandbox.Output, Does.Not.Contain("Everything"));
    }

    [Test]
    public async Task OnlyWhenStatic_skips_the_target_and_what_only_it_needs()
    {
        var build = new Conditions();

        await _sandbox.RunAsync(build, "Static");

        Assert.That(build.Ran, Is.Empty);
        Assert.That(_sandbox.Output, Does.Contain("OnlyWhen: Allowed"));
        Assert.That(_sandbox.Output, Does.Contain("because of Static"));
    }

    [Test]
    public async Task WhenSkipped_Execute_keeps_the_dependencies()
    {
        var build = new Conditions();

        await _sandbox.RunAsync(build, "StaticKeeping");

        Assert.That(build.Ran, Is.EqualTo(["Need"]));
    }

    [Test]
    public async Task OnlyWhenDynamic_is_asked_after_the_dependencies_have_run()
    {
        var build = new Conditions();

        await _sandbox.RunAsync(build, "Dynamic");

        Assert.That(build.Ran, Is.EqualTo(["Need"]));
        Assert.That(_sandbox.Output, Does.Contain("OnlyWhen: Allowed"));
    }

    [Test]
    public async Task Violated_conditions_are_named_together()
    {
        await _sandbox.RunAsync<Conditions>("Both");

        Assert.That(_sandbox.Output, Does.Contain("OnlyWhen: Allowed && Ran.Count > 5"));
    }

    [Test]
    public async Task A_dependency_that_something_else_needs_is_not_skipped()
    {
        var build = new Conditions();

        await _sandbox.RunAsync(build, "Static", "Other");

        Assert.That(build.Ran, Is.EqualTo(["Need", "Other"]));
    }

    [Test]
    public async Task An_invoked_target_is_not_skipped_because_of_another()
    {
        var build = new Conditions();

        await _sandbox.RunAsync(build, "Static", "Need");

        Assert.That(build.Ran, Is.EqualTo(["Need"]));
    }

    [Test]
    public async Task Skip_without_names_skips_everything_that_was_not_invoked()
    {
        var build = new Chain();

        await _sandbox.RunAsync(build, "Pack", "--skip");

        Assert.That(build.Ran, Is.EqualTo(["Pack"]));
        Assert.That(_sandbox.Output, Does.Contain("via parameter"));
    }

    [Test]
    public async Task Skip_with_a_name_skips_that_target_and_what_only_it_needs()
    {
        var build = new Chain();

        await _sandbox.RunAsync(build, "Pack", "--skip", "compile");

        Assert.That(build.Ran, Is.EqualTo(["Pack"]));
    }

    [Test]
    public async Task A_failure_stops_dependents()
    {
        var build = new Failing();

        var exitCode = await _sandbox.RunAsync(build, "AfterFail");

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(build.Ran, Is.Empty);
        Assert.That(_sandbox.Output, Does.Match("AfterFail +Not run"));
    }

    [Test]
    public async Task ProceedAfterFailure_lets_dependents_run_and_the_run_still_fails()
    {
        var build = new Failing();

        var exitCode = await _sandbox.RunAsync(build, "AfterSoft");

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(build.Ran, Is.EqualTo(["AfterSoft"]));
    }

    [Test]
    public async Task AssuredAfterFailure_runs_although_its_dependency_failed()
    {
        var build = new Failing();

        var exitCode = await _sandbox.RunAsync(build, "Cleanup");

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(build.Ran, Is.EqualTo(["Cleanup"]));
    }

    [Test]
    public async Task An_unlisted_target_is_not_in_help_and_can_be_invoked()
    {
        var build = new Relations();

        await _sandbox.RunAsync(build, "Hidden");
        Assert.That(build.Ran, Is.EqualTo(["Hidden"]));

        await _sandbox.RunAsync(build, "--help");
        Assert.That(_sandbox.Output, Does.Not.Contain("Hidden"));
    }

    [Test]
    public async Task A_component_brings_its_targets_and_parameters()
    {
        var build = new WithComponent();

        await _sandbox.RunAsync(build, "Paint", "--brush-color", "blue");

        Assert.That(build.Ran, Is.EqualTo(["Prepare", "Paint"]));
        Assert.That(_sandbox.Output, Does.Contain("painting blue"));
    }

    [Test]
    public async Task A_component_parameter_has_its_default()
    {
        await _sandbox.RunAsync<WithComponent>("Paint");

        Assert.That(_sandbox.Output, Does.Contain("painting red"));
    }

    [Test]
    public async Task Inherit_takes_over_the_definition_of_the_component()
    {
        var build = new Overriding();

        await _sandbox.RunAsync(build, "Paint");

        Assert.That(build.Ran, Is.EqualTo(["Extra", "Paint"]));
        Assert.That(_sandbox.Output, Does.Contain("painting red"));
    }

    [Test]
    public async Task Base_takes_over_the_definition_of_the_base_class()
    {
        var build = new Derived();

        await _sandbox.RunAsync(build, "Compile");

        Assert.That(build.Ran, Is.EqualTo(["Restore", "Compile", "Compile"]));
    }

    [Test]
    public async Task Try_verbs_ignore_a_component_that_the_build_does_not_have()
    {
        var build = new Trying();

        await _sandbox.RunAsync(build, "Work");

        Assert.That(build.Ran, Is.EqualTo(["Work"]));
    }

    [Test]
    public async Task A_circle_fails_every_invocation()
    {
        var exitCode = await _sandbox.RunAsync<Circular>("Fine");

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(_sandbox.Error, Does.Contain("A -> B -> C -> A"));
    }

    [Test]
    public async Task Hooks_are_called_around_the_run()
    {
        var build = new Hooked();

        await _sandbox.RunAsync(build, "Bad", "Skipped");

        Assert.That(
            build.Calls,
            Is.EqualTo([
                "created",
                "initialized",
                "running Good",
                "succeeded Good",
                "running Bad",
                "failed Bad",
                "skipped Skipped",
                "finished",
            ])
        );
    }

    [Test]
    public async Task ExitCode_overrides_that_of_a_run_that_went_through()
    {
        var exitCode = await _sandbox.RunAsync<Exiting>("Set");

        Assert.That(exitCode, Is.EqualTo(42));
    }

    [Test]
    public async Task ReportSummary_adds_to_the_line_of_the_summary()
    {
        await _sandbox.RunAsync<Exiting>("Reporting");

        Assert.That(_sandbox.Output, Does.Match(@"Reporting +Succeeded.*// Passed: 12"));
    }

    [Test]
    public async Task The_log_is_kept_under_the_temporary_folder()
    {
        await _sandbox.RunAsync<Exiting>("Reporting");

        Assert.That(_sandbox.Read(".nuke/temp/build.log"), Does.Contain("Reporting"));
        Assert.That(
            Directory.GetFiles(_sandbox.Root / ".nuke" / "temp", "build.*-*.log"),
            Has.Length.EqualTo(1)
        );
    }

    [Test]
    public async Task No_logo_leaves_out_the_name_of_the_engine()
    {
        await _sandbox.RunAsync<Exiting>("Reporting", "--no-logo");

        Assert.That(_sandbox.Output, Does.Not.Contain("Hubforge 0"));
    }

    [Test]
    public async Task The_nuke_folder_of_the_home_folder_marks_no_root()
    {
        _sandbox.Variables["HOME"] = _sandbox.Root;

        Assert.That(await _sandbox.RunAsync<Chain>(), Is.EqualTo(2));
        Assert.That(_sandbox.Error, Does.Contain("none on the way up holds .nuke"));
    }

    [Test]
    public async Task The_root_is_the_nearest_folder_upwards_with_a_nuke_folder()
    {
        _sandbox.CurrentDirectory = _sandbox.Write("a/b/file", "").Parent;

        var exitCode = await _sandbox.RunAsync<Chain>("Clean");

        Assert.That(exitCode, Is.Zero);
        Assert.That((_sandbox.Root / ".nuke" / "temp" / "build.log").FileExists, Is.True);
    }

    private class Chain : RecordingBuild
    {
        public Target Clean => _ => _.Before(Restore).Executes(Mark);

        public Target Restore => _ => _.Executes(Mark);

        public virtual Target Compile => _ => _.DependsOn(Restore).Executes(Mark);

        public Target Pack => _ => _.DependsOn(Compile).Executes(Mark);
    }

    private sealed class Derived : Chain
    {
        public override Target Compile => _ => _.Base().Executes(Mark);
    }

    private sealed class Relations : RecordingBuild
    {
        public Target Main => _ => _.Executes(Mark);

        public Target Before => _ => _.DependentFor(Main).Executes(Mark);

        public Target Everything => _ => _.DependsOn(Main);

        public Target Hidden => _ => _.Unlisted().Executes(Mark);
    }

    private sealed class Orders : RecordingBuild
    {
        public Target Last => _ => _.After(Middle).Executes(Mark);

        public Target First => _ => _.Before(Middle).Executes(Mark);

        public Target Middle => _ => _.Executes(Mark);
    }

    private sealed class Triggering : RecordingBuild
    {
        public bool Fails { get; init; }

        public Target Release => _ => _.Triggers(Announce).Executes(Mark);

        public Target Announce => _ => _.DependsOn(Login).Executes(Mark);

        public Target Login => _ => _.Executes(Mark);

        public Target Deploy =>
            _ =>
                _.Executes(() =>
                {
                    Mark();
                    if (Fails)
                    {
                        throw new TargetFailedException("no");
                    }
                });

        public Target Watch => _ => _.TriggeredBy(Deploy).Executes(Mark);
    }

    private sealed class Actions : HubforgeBuild
    {
        public string Steps { get; private set; } = "";

        public Target All =>
            _ =>
                _.Executes(() => Add("action"))
                    .Executes(() => Add("one"), () => Add("two"))
                    .Executes(() => Value("value"))
                    .Executes(async () =>
                    {
                        await Task.Yield();
                        Add("async");
                    })
                    .Executes(
                        (token) =>
                        {
                            Add(token.CanBeCanceled ? "token" : "none");
                            return Task.CompletedTask;
                        }
                    );

        private void Add(string step) => Steps = (Steps + " " + step).Trim();

        private int Value(string step)
        {
            Add(step);
            return step.Length;
        }
    }

    private sealed class Conditions : RecordingBuild
    {
        public Target Need => _ => _.Executes(Mark);

        public Target Other => _ => _.DependsOn(Need).Executes(Mark);

        public Target Static => _ => _.DependsOn(Need).OnlyWhenStatic(() => Allowed).Executes(Mark);

        public Target StaticKeeping =>
            _ =>
                _.DependsOn(Need)
                    .OnlyWhenStatic(() => Allowed)
                    .WhenSkipped(DependencyBehavior.Execute)
                    .Executes(Mark);

        public Target Dynamic =>
            _ => _.DependsOn(Need).OnlyWhenDynamic(() => Allowed).Executes(Mark);

        public Target Both =>
            _ =>
                _.OnlyWhenDynamic(() => Allowed)
                    .OnlyWhenDynamic(() => Ran.Count > 5)
                    .Executes(Mark);

        private bool Allowed => Ran.Count > 100;
    }

    private sealed class Failing : RecordingBuild
    {
        public Target Fail => _ => _.Executes(() => throw new InvalidOperationException("boom"));

        public Target AfterFail => _ => _.DependsOn(Fail).Executes(Mark);

        public Target Soft =>
            _ =>
                _.ProceedAfterFailure().Executes(() => throw new InvalidOperationException("soft"));

        public Target AfterSoft => _ => _.DependsOn(Soft).Executes(Mark);

        public Target Cleanup => _ => _.DependsOn(Fail).AssuredAfterFailure().Executes(Mark);
    }

    [ParameterPrefix("Brush")]
    private interface IPaint : IHubforgeBuild
    {
        [Parameter("Color of the brush")]
        string Color => TryGetValue(() => Color) ?? "red";

        Target Prepare => _ => _.Executes(Record);

        Target Paint =>
            _ =>
                _.DependsOn(Prepare)
                    .Executes(Record)
                    .Executes(() => Log.Information("painting {Color}", Color));

        void Record();
    }

    private sealed class WithComponent : RecordingBuild, IPaint
    {
        public void Record() => Mark();
    }

    private sealed class Overriding : RecordingBuild, IPaint
    {
        Target IPaint.Prepare => _ => _.Unlisted();

        Target Extra => _ => _.DependentFor<IPaint>(x => x.Paint).Executes(Mark);

        Target IPaint.Paint => _ => _.Inherit<IPaint>(x => x.Paint);

        public void Record() => Mark();
    }

    private sealed class Trying : RecordingBuild
    {
        public Target Work => _ => _.TryDependsOn<IPaint>(x => x.Paint).Executes(Mark);
    }

    private sealed class Circular : RecordingBuild
    {
        public Target Fine => _ => _.Executes(Mark);

        public Target A => _ => _.DependsOn(B);

        public Target B => _ => _.After(C);

        public Target C => _ => _.TriggeredBy(A);
    }

    private sealed class Hooked : HubforgeBuild
    {
        public List<string> Calls { get; } = [];

        Target Good => _ => _.Executes(() => { });

        Target Bad => _ => _.DependsOn(Good).Executes(() => throw new TargetFailedException("no"));

        Target Skipped =>
            _ => _.After(Bad).OnlyWhenStatic(() => Calls.Count > 100).Executes(() => { });

        protected internal override void OnBuildCreated() => Calls.Add("created");

        protected internal override void OnBuildInitialized() => Calls.Add("initialized");

        protected internal override void OnBuildFinished() => Calls.Add("finished");

        protected internal override void OnTargetRunning(string target) =>
            Calls.Add($"running {target}");

        protected internal override void OnTargetSkipped(string target) =>
            Calls.Add($"skipped {target}");

        protected internal override void OnTargetSucceeded(string target) =>
            Calls.Add($"succeeded {target}");

        protected internal override void OnTargetFailed(string target) =>
            Calls.Add($"failed {target}");
    }

    private sealed class Exiting : HubforgeBuild
    {
        Target Set => _ => _.Executes(() => ExitCode = 42);

        Target Reporting => _ => _.Executes(() => ReportSummary("Passed", "12"));
    }
}
