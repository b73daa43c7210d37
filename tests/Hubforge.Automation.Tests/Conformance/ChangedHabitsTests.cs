using Hubforge.Primitives;

namespace Hubforge.Automation.Tests.Conformance;

/// <summary>Habits of NUKE 10.1 that are changed on purpose; each test's property says why.</summary>
public sealed class ChangedHabitsTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Test]
    [Property(
        "Reason",
        "NUKE ignores an unknown option and ends with 0, so a typo goes unseen (nuke#1212)"
    )]
    public async Task An_unknown_option_is_an_error()
    {
        var exitCode = await _sandbox.RunAsync<Sample>("Work", "--bogus", "5");

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(_sandbox.Error, Does.Contain("Option '--bogus' does not exist."));
    }

    [Test]
    [Property("Reason", "NUKE ignores an unknown name after --skip")]
    public async Task An_unknown_target_to_skip_is_an_error()
    {
        var exitCode = await _sandbox.RunAsync<Sample>("Work", "--skip", "Wrok");

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(_sandbox.Error, Does.Contain("try:       Work"));
    }

    [Test]
    [Property("Reason", "NUKE warns, goes on with the default and ends with 0")]
    public async Task A_value_that_does_not_fit_is_an_error()
    {
        var build = new Sample();

        var exitCode = await _sandbox.RunAsync(build, "Work", "--count", "abc");

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(build.Ran, Is.Empty);
    }

    [Test]
    [Property("Reason", "NUKE silently drops --name=value, the form that every other tool takes")]
    public async Task An_option_can_be_given_with_an_equals_sign()
    {
        var build = new Sample();

        await _sandbox.RunAsync(build, "Work", "--count=7");

        Assert.That(build.Count, Is.EqualTo(7));
    }

    [Test]
    [Property("Reason", "In NUKE a text that begins with a dash is always an option")]
    public async Task A_negative_number_is_a_value()
    {
        var build = new Sample();

        await _sandbox.RunAsync(build, "Work", "--count", "-7");

        Assert.That(build.Count, Is.EqualTo(-7));
    }

    [Test]
    [Property(
        "Reason",
        "In NUKE an unrelated variable such as HOST or COUNT takes over a run (nuke#300)"
    )]
    public async Task Only_documented_variables_count()
    {
        var build = new Sample();
        _sandbox.Variables["COUNT"] = "9";
        _sandbox.Variables["HOST"] = "elsewhere";
        _sandbox.Variables["TARGET"] = "Other";
        _sandbox.Variables["NUKE_COUNT"] = "9";

        var exitCode = await _sandbox.RunAsync(build, "Work");

        Assert.That(exitCode, Is.Zero);
        Assert.That(build.Count, Is.EqualTo(3));
        Assert.That(build.Ran, Is.EqualTo(["Work"]));
    }

    [Test]
    [Property("Reason", "The prefix makes it certain that the variable is meant for the build")]
    public async Task A_variable_counts_with_its_prefix_or_as_the_classic_one_that_is_declared()
    {
        var build = new Sample();
        _sandbox.Variables["HUBFORGE_COUNT"] = "9";
        _sandbox.Variables["CLASSIC_NAME"] = "from classic";

        await _sandbox.RunAsync(build, "Work");

        Assert.That((build.Count, build.Name), Is.EqualTo((9, "from classic")));
    }

    [Test]
    [Property(
        "Reason",
        "NUKE splits a variable only at the separator, so a list with spaces is one element"
    )]
    public async Task A_list_in_a_variable_is_split_at_spaces_and_commas()
    {
        var build = new Sample();
        _sandbox.Variables["HUBFORGE_ITEMS"] = "a b,c";

        await _sandbox.RunAsync(build, "Work");

        Assert.That(build.Items, Is.EqualTo(["a", "b", "c"]));
    }

    [Test]
    [Property(
        "Reason",
        "NUKE runs unrelated targets in reverse order of declaration; people expect what they typed"
    )]
    public async Task Unrelated_targets_start_in_the_order_of_the_command_line()
    {
        var build = new Sample();

        await _sandbox.RunAsync(build, "Other", "Work", "--jobs", "1");

        Assert.That(build.Ran, Is.EqualTo(["Other", "Work"]));
    }

    [Test]
    [CancelAfter(20_000)]
    [Property(
        "Reason",
        "NUKE runs everything one after the other (nuke#162, the most wished for change)"
    )]
    public async Task Unrelated_targets_run_side_by_side()
    {
        var exitCode = await _sandbox.RunAsync<Meeting>("Left", "Right");

        Assert.That(exitCode, Is.Zero);
    }

    [Test]
    [Property("Reason", "NUKE aborts the plan at the first failure; the rest is worth having")]
    public async Task A_failure_lets_unrelated_targets_finish()
    {
        var build = new Sample();

        var exitCode = await _sandbox.RunAsync(build, "Bad", "Work", "--jobs", "1");

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(build.Ran, Is.EqualTo(["Work"]));
    }

    [Test]
    [Property(
        "Reason",
        "NUKE ends with 255 whatever went wrong, so scripts cannot tell usage from failure"
    )]
    public async Task Exit_codes_tell_a_failed_target_from_wrong_usage()
    {
        Assert.That(await _sandbox.RunAsync<Sample>("Work"), Is.Zero);
        Assert.That(await _sandbox.RunAsync<Sample>("Bad"), Is.EqualTo(1));
        Assert.That(await _sandbox.RunAsync<Sample>("Nothing"), Is.EqualTo(2));
    }

    [Test]
    [Property("Reason", "NUKE lists what exists but does not say which one was probably meant")]
    public async Task An_unknown_target_comes_with_a_suggestion()
    {
        await _sandbox.RunAsync<Sample>("Wokr");

        Assert.That(_sandbox.Error, Does.Contain("exists:    Bad, Other, Secretive, Slow, Work"));
        Assert.That(_sandbox.Error, Does.Contain("try:       Work"));
    }

    [Test]
    [Property("Reason", "NUKE stops at the first mistake; mending one at a time costs a run each")]
    public async Task Every_mistake_is_named_in_one_go()
    {
        await _sandbox.RunAsync<Sample>("Wokr", "--bogus", "--count", "x", "--skip", "Oter");

        Assert.That(
            _sandbox.Error,
            Does.Contain("Wokr").And.Contain("--bogus").And.Contain("--count").And.Contain("Oter")
        );
    }

    [Test]
    [Property("Reason", "A [Secret] of NUKE is masked nowhere (nuke#1179, #1169)")]
    public async Task A_secret_is_masked_in_everything_that_is_written()
    {
        await _sandbox.RunAsync<Sample>("Secretive", "--token", "s3cr3t-value");

        Assert.That(_sandbox.Everything, Does.Contain("token is ***"));
        foreach (var file in Directory.GetFiles(_sandbox.Root, "*", SearchOption.AllDirectories))
        {
            Assert.That(await File.ReadAllTextAsync(file), Does.Not.Contain("s3cr3t-value"), file);
        }

        Assert.That(_sandbox.Everything, Does.Not.Contain("s3cr3t-value"));
    }

    [Test]
    [Property("Reason", "NUKE's --plan only opens a browser, and fails where there is none")]
    public async Task A_plan_is_text_and_runs_nothing()
    {
        var build = new Sample();

        var exitCode = await _sandbox.RunAsync(build, "Work", "--plan");

        Assert.That(exitCode, Is.Zero);
        Assert.That(build.Ran, Is.Empty);
        Assert.That(_sandbox.Output, Does.Match("Work +will run +runs every time"));
    }

    [Test]
    [Property("Reason", "NUKE hashes option names only; a changed single-dash option breaks it")]
    public async Task Continue_leaves_out_what_succeeded_when_the_command_line_is_the_same()
    {
        var build = new Resuming { Fails = true };
        await _sandbox.RunAsync(build, "Second", "--count", "1");
        var again = new Resuming();

        await _sandbox.RunAsync(again, "Second", "--count", "1", "--continue");

        Assert.That(build.Ran, Is.EqualTo(["First"]));
        Assert.That(again.Ran, Is.EqualTo(["Second"]));
        Assert.That(_sandbox.Output, Does.Contain("succeeded in the last attempt"));
    }

    [Test]
    [Property("Reason", "NUKE hashes option names only; a changed value must start anew")]
    public async Task Continue_starts_anew_when_a_value_changed()
    {
        await _sandbox.RunAsync(new Resuming { Fails = true }, "Second", "--count", "1");
        var again = new Resuming();

        await _sandbox.RunAsync(again, "Second", "--count", "2", "--continue");

        Assert.That(again.Ran, Is.EqualTo(["First", "Second"]));
        Assert.That(_sandbox.Output, Does.Contain("nothing to continue"));
    }

    [Test]
    [Property("Reason", "NUKE dies with a stack trace when a profile is missing")]
    public async Task A_missing_profile_is_named_with_those_that_exist()
    {
        _sandbox.Write(".nuke/parameters.staging.json", "{}");

        var exitCode = await _sandbox.RunAsync<Sample>("Work", "--profile", "stagin");

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(
            _sandbox.Error,
            Does.Contain("Profile 'stagin' does not exist.").And.Contain("staging")
        );
    }

    [Test]
    [Property(
        "Reason",
        "NUKE rewrites its schema on every run, which is 40 % of its start-up and collides in parallel"
    )]
    public async Task The_schema_is_written_only_when_it_changes()
    {
        await _sandbox.RunAsync<Sample>("Work");
        var schema = _sandbox.Root / ".nuke" / "build.schema.json";
        File.SetLastWriteTimeUtc(schema, DateTime.UnixEpoch);

        await _sandbox.RunAsync<Sample>("Work");

        Assert.That(File.GetLastWriteTimeUtc(schema), Is.EqualTo(DateTime.UnixEpoch));
        Assert.That(_sandbox.Read(".nuke/build.schema.json"), Does.Contain("\"Count\""));
    }

    [Test]
    [Property(
        "Reason",
        "NUKE has no time limit for a target, and leaves child processes behind (nuke#1305)"
    )]
    [CancelAfter(20_000)]
    public async Task A_target_can_have_a_time_limit()
    {
        var exitCode = await _sandbox.RunAsync<Sample>("Slow");

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(_sandbox.Output, Does.Contain("Slow took longer than its 0.05 s."));
    }

    [Test]
    [Property(
        "Reason",
        "NUKE prints a stack trace for every failure, also for those that a person can mend"
    )]
    public async Task An_expected_failure_is_printed_without_a_stack_trace()
    {
        await _sandbox.RunAsync<Sample>("Bad");

        Assert.That(_sandbox.Output, Does.Contain("Nothing to work on.").And.Not.Contain("   at "));
    }

    [Test]
    [Property(
        "Reason",
        "In NUKE the second of two runs in one checkout tears the files of the first"
    )]
    public async Task A_second_run_in_the_same_checkout_is_refused()
    {
        var second = new Sample();
        var first = new Holding(() => _sandbox.RunAsync(second, "Work"));

        await _sandbox.RunAsync(first, "Hold");

        Assert.That(first.ExitCodeOfSecond, Is.EqualTo(1));
        Assert.That(second.Ran, Is.Empty);
        Assert.That(_sandbox.Error, Does.Contain("Another run is under way").And.Contain("4711"));
    }

    [Test]
    [Property("Reason", "Help must not need what a run needs")]
    public async Task Help_is_shown_although_a_parameter_file_is_broken()
    {
        _sandbox.Write(".nuke/parameters.json", "{ broken");

        var exitCode = await _sandbox.RunAsync<Sample>("--help");

        Assert.That(exitCode, Is.Zero);
        Assert.That(_sandbox.Output, Does.Contain("--count"));
    }

    private sealed class Sample : RecordingBuild
    {
        [Parameter("How many")]
        public readonly int Count = 3;

        [Parameter(Environment = "CLASSIC_NAME")]
        public readonly string? Name;

        [Parameter]
        public readonly string[] Items = [];

        [Parameter]
        [Secret]
        readonly string? Token = null;

        Target Work => _ => _.Executes(Mark);

        Target Other => _ => _.Executes(Mark);

        Target Bad =>
            _ =>
                _.Executes(() =>
                    throw new TargetFailedException(
                        new FailureText("Nothing to work on.").Try("make some")
                    )
                );

        Target Slow =>
            _ =>
                _.Timeout(TimeSpan.FromSeconds(0.05))
                    .Executes(token => Task.Delay(TimeSpan.FromSeconds(30), token));

        Target Secretive =>
            _ =>
                _.Executes(() => Log.Information("token is {Token}", Token))
                    .Executes(() => ReportSummary("Token", Token!))
                    .Executes(() => Log.Warning("beware of {Token}", Token))
                    .Executes(() => throw new TargetFailedException($"failed with {Token}"));
    }

    private sealed class Meeting : HubforgeBuild
    {
        private readonly TaskCompletionSource _left = new();
        private readonly TaskCompletionSource _right = new();

        Target Left => _ => _.Executes(token => MeetAsync(_left, _right, token));

        Target Right => _ => _.Executes(token => MeetAsync(_right, _left, token));

        private static Task MeetAsync(
            TaskCompletionSource own,
            TaskCompletionSource other,
            CancellationToken cancellationToken
        )
        {
            own.SetResult();
            return other.Task.WaitAsync(TimeSpan.FromSeconds(15), cancellationToken);
        }
    }

    private sealed class Resuming : RecordingBuild
    {
        [Parameter]
        readonly int Count = 0;

        public bool Fails { get; init; }

        Target First => _ => _.Executes(Mark);

        Target Second =>
            _ =>
                _.DependsOn(First)
                    .Requires(() => Count > 0)
                    .Executes(() =>
                    {
                        if (Fails)
                        {
                            throw new TargetFailedException("not yet");
                        }

                        Mark();
                    });
    }

    private sealed class Holding(Func<Task<int>> second) : HubforgeBuild
    {
        public int ExitCodeOfSecond { get; private set; }

        Target Hold => _ => _.Executes(async () => ExitCodeOfSecond = await second());
    }
}
