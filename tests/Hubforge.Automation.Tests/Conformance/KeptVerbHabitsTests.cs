namespace Hubforge.Automation.Tests.Conformance;

/// <summary>Habits of NUKE 10.1 that builds here keep: the finer points of verbs and parameters.</summary>
public sealed class KeptVerbHabitsTests : IDisposable
{
    private readonly Sandbox _sandbox = new();
    private readonly Verbs _build = new();

    public void Dispose() => _sandbox.Dispose();

    [Test]
    public async Task The_last_Description_wins()
    {
        await _sandbox.RunAsync(_build, "--help");

        Assert.That(_sandbox.Output, Does.Contain("second text").And.Not.Contain("first text"));
    }

    [Test]
    public async Task When_applies_its_verbs_only_if_its_condition_holds()
    {
        await _sandbox.RunAsync(_build, "Chosen");

        Assert.That(_build.Ran, Is.EqualTo(["Other", "Chosen"]));
    }

    [Test]
    public async Task Requirements_of_a_skipped_target_are_not_checked()
    {
        var exitCode = await _sandbox.RunAsync(_build, "SkippedDemand");

        Assert.That(exitCode, Is.Zero, _sandbox.Everything);
    }

    [Test]
    public async Task A_required_text_of_blanks_is_missing()
    {
        var exitCode = await _sandbox.RunAsync(_build, "Demand", "--key", "  ");

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(_sandbox.Error, Does.Contain("requires --key"));
    }

    [Test]
    public async Task Several_requirements_of_one_call_are_all_checked()
    {
        var exitCode = await _sandbox.RunAsync(_build, "Demands");

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(_sandbox.Error, Does.Contain("requires --key").And.Contain("requires --color"));
    }

    [Test]
    public async Task An_invoked_target_is_still_skipped_by_its_own_condition()
    {
        await _sandbox.RunAsync(_build, "SkippedDemand", "Other");

        Assert.That(_build.Ran, Is.EqualTo(["Other"]));
    }

    [Test]
    public async Task An_invoked_target_is_not_skipped_by_name()
    {
        await _sandbox.RunAsync(_build, "Chosen", "Other", "--skip", "Other");

        Assert.That(_build.Ran, Is.EqualTo(["Other", "Chosen"]));
    }

    [Test]
    public async Task What_a_dynamically_skipped_target_triggers_is_skipped_too()
    {
        await _sandbox.RunAsync(_build, "SkippedTrigger");

        Assert.That(_build.Ran, Is.Empty);
    }

    [Test]
    public async Task A_component_with_one_target_needs_no_lambda()
    {
        await _sandbox.RunAsync(_build, "Short");

        Assert.That(_build.Ran, Is.EqualTo(["Single", "Short"]));
    }

    [Test]
    public async Task A_component_with_several_targets_needs_one()
    {
        var exitCode = await _sandbox.RunAsync<Ambiguous>("Short");

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(_sandbox.Error, Does.Contain("One, Two"));
    }

    [Test]
    public async Task A_parameter_can_be_static_or_a_property()
    {
        await _sandbox.RunAsync(_build, "Other", "--shared", "a", "--property", "b");

        Assert.That(Verbs.Shared, Is.EqualTo("a"));
        Assert.That(_build.Property, Is.EqualTo("b"));
    }

    [Test]
    public async Task A_parameter_that_is_not_listed_is_completed_but_not_in_help()
    {
        await _sandbox.RunAsync(_build, "--help");
        var help = _sandbox.Output;
        await _sandbox.RunAsync(_build, "--complete", "--hidd");

        Assert.That(help, Does.Not.Contain("--hidden"));
        Assert.That(_sandbox.Output, Does.Contain("--hidden"));
    }

    [Test]
    public async Task Values_can_come_from_a_member_of_another_type()
    {
        var exitCode = await _sandbox.RunAsync(_build, "Other", "--color", "gren");

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(_sandbox.Error, Does.Contain("green"));
    }

    [Test]
    public async Task The_host_can_be_named()
    {
        await _sandbox.RunAsync(_build, "Other", "--host", "GitHubActions");

        Assert.That(_build.WasServer, Is.True);
    }

    private interface ISingle : IHubforgeBuild
    {
        Target Single => _ => _.Executes(Record);

        void Record();
    }

    private interface IPair : IHubforgeBuild
    {
        Target One => _ => _.Executes(() => { });

        Target Two => _ => _.Executes(() => { });
    }

    private static class Colors
    {
        public static IEnumerable<string> All => ["green", "red"];
    }

    private sealed class Verbs : RecordingBuild, ISingle
    {
        [Parameter]
        public static string Shared = "";

        [Parameter]
        public readonly string? Key;

        [Parameter(List = false)]
        public readonly string? Hidden;

        [Parameter(ValueProviderType = typeof(Colors), ValueProviderMember = nameof(Colors.All))]
        public readonly string? Color;

        [Parameter]
        public string? Property { get; set; }

        public bool WasServer { get; private set; }

        public Target Other =>
            _ =>
                _.Description("first text")
                    .Description("second text")
                    .Executes(Mark)
                    .Executes(() => WasServer = IsServerBuild);

        public Target Chosen =>
            _ =>
                _.When(Shared.Length >= 0, chosen => chosen.DependsOn(Other))
                    .When(Shared.Length < 0, chosen => chosen.DependsOn(Demand))
                    .Executes(Mark);

        public Target Demand => _ => _.Requires(() => Key).Executes(Mark);

        public Target Demands => _ => _.Requires(() => Key, () => Color).Executes(Mark);

        public Target SkippedDemand =>
            _ => _.Requires(() => Key).OnlyWhenStatic(() => Shared.Length < 0).Executes(Mark);

        public Target SkippedTrigger =>
            _ => _.Triggers(Triggered).OnlyWhenDynamic(() => Shared.Length < 0).Executes(Mark);

        public Target Triggered => _ => _.Executes(Mark);

        public Target Short => _ => _.DependsOn<ISingle>().Executes(Mark);

        public void Record() => Mark();
    }

    private sealed class Ambiguous : RecordingBuild, IPair
    {
        public Target Short => _ => _.DependsOn<IPair>().Executes(Mark);
    }
}
