namespace Hubforge.Automation.Tests.Conformance;

/// <summary>Habits of NUKE 10.1 that builds here keep: parameters and the command line.</summary>
public sealed class KeptParameterHabitsTests : IDisposable
{
    private readonly Sandbox _sandbox = new();
    private readonly Parameters _build = new();

    public void Dispose() => _sandbox.Dispose();

    [TestCase("--count", "5")]
    [TestCase("-count", "5")]
    [TestCase("--Count", "5")]
    [TestCase("--c-o-unt", "5")]
    public async Task Names_match_whatever_their_case_and_dashes(params string[] args)
    {
        await Run(args);

        Assert.That(_build.Count, Is.EqualTo(5));
    }

    [Test]
    public async Task A_bare_flag_is_true()
    {
        await Run("--flag");

        Assert.That(_build.Flag, Is.True);
    }

    [Test]
    public async Task A_flag_can_be_given_false()
    {
        await Run("--on-by-default", "false");

        Assert.That(_build.OnByDefault, Is.False);
    }

    [Test]
    public async Task A_list_takes_every_text_up_to_the_next_option()
    {
        await Run("--names", "a", "b c", "--flag");

        Assert.That(_build.Names, Is.EqualTo(["a", "b c"]));
    }

    [Test]
    public async Task A_list_without_texts_is_empty()
    {
        await Run("--names");

        Assert.That(_build.Names, Is.Empty);
    }

    [Test]
    public async Task A_separator_splits_one_text()
    {
        await Run("--tags", "a,b");

        Assert.That(_build.Tags, Is.EqualTo(["a", "b"]));
    }

    [Test]
    public async Task The_last_of_two_equal_options_wins()
    {
        await Run("--count", "1", "--count", "2");

        Assert.That(_build.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task The_initializer_holds_when_no_source_has_a_value()
    {
        await Run();

        Assert.That(_build.Name, Is.EqualTo("initial"));
    }

    [Test]
    public async Task A_parameter_can_have_a_name_of_its_own()
    {
        await Run("--other-name", "x");

        Assert.That(_build.Renamed, Is.EqualTo("x"));
    }

    [Test]
    public async Task Known_words_stay_one_hump()
    {
        await Run("--help");

        Assert.That(_sandbox.Output, Does.Contain("--nuget-api-key"));
    }

    [Test]
    public async Task Enumerations_are_read_whatever_their_case()
    {
        await Run("--day", "friday", "--configuration", "release");

        Assert.That(_build.Day, Is.EqualTo(DayOfWeek.Friday));
        Assert.That(_build.Configuration, Is.EqualTo(Configuration.Release));
    }

    [Test]
    public async Task Types_with_a_Parse_method_or_a_converter_are_read()
    {
        await Run("--version-number", "1.2.3", "--wait", "00:00:05", "--partition", "2/3");

        Assert.That(_build.VersionNumber, Is.EqualTo(new Version(1, 2, 3)));
        Assert.That(_build.Wait, Is.EqualTo(TimeSpan.FromSeconds(5)));
        Assert.That(_build.Part, Is.EqualTo(["b", "e"]));
    }

    [Test]
    public async Task A_nullable_parameter_is_null_without_a_value()
    {
        await Run();

        Assert.That(_build.Maybe, Is.Null);
    }

    [Test]
    public async Task A_path_on_the_command_line_starts_in_the_current_folder()
    {
        _sandbox.CurrentDirectory = _sandbox.Write("sub/x", "").Parent;

        await Run("--file", "y");

        Assert.That(_build.File, Is.EqualTo(_sandbox.Root / "sub" / "y"));
    }

    [Test]
    public async Task A_path_in_a_parameters_file_starts_at_the_root()
    {
        _sandbox.CurrentDirectory = _sandbox.Write("sub/x", "").Parent;
        _sandbox.Write(".nuke/parameters.json", """{ "File": "y" }""");

        await Run();

        Assert.That(_build.File, Is.EqualTo(_sandbox.Root / "y"));
    }

    [Test]
    public async Task A_later_profile_wins_over_an_earlier_and_both_over_the_parameters_file()
    {
        _sandbox.Write(".nuke/parameters.json", """{ "Name": "base", "Count": 1, "Flag": true }""");
        _sandbox.Write(".nuke/parameters.a.json", """{ "Name": "a", "Count": 2 }""");
        _sandbox.Write(".nuke/parameters.b.json", """{ "Name": "b" }""");

        await Run("--profile", "a", "b");

        Assert.That((_build.Name, _build.Count, _build.Flag), Is.EqualTo(("b", 2, true)));
        Assert.That(_build.Profiles, Is.EqualTo(["a", "b"]));
    }

    [Test]
    public async Task The_engines_own_parameters_come_from_files_too()
    {
        _sandbox.Write(".nuke/parameters.json", """{ "Target": ["Show"], "NoLogo": true }""");

        var exitCode = await _sandbox.RunAsync(_build);

        Assert.That(exitCode, Is.Zero);
        Assert.That(_sandbox.Output, Does.Match("Show +Succeeded"));
    }

    [Test]
    public async Task A_required_member_is_named_before_the_first_target_runs()
    {
        var exitCode = await _sandbox.RunAsync(_build, "Needing");

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(_sandbox.Error, Does.Contain("Target 'Needing' requires --maybe"));
    }

    [Test]
    public async Task A_required_bool_expression_is_named_by_its_text()
    {
        var exitCode = await _sandbox.RunAsync(_build, "NeedingMore");

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(_sandbox.Error, Does.Contain("requires Count > 10"));
    }

    [Test]
    public async Task A_missing_parameter_is_asked_for_where_a_person_can_answer()
    {
        _sandbox.Ask = question =>
            question.Text.Contains("maybe", StringComparison.Ordinal) ? "9" : null;

        var exitCode = await _sandbox.RunAsync(_build, "Needing");

        Assert.That(exitCode, Is.Zero);
        Assert.That(_build.Maybe, Is.EqualTo(9));
    }

    private Task<int> Run(params string[] args) => _sandbox.RunAsync(_build, ["Show", .. args]);

    private sealed class Configuration : Enumeration
    {
        public static readonly Configuration Debug = new() { Value = nameof(Debug) };
        public static readonly Configuration Release = new() { Value = nameof(Release) };

        public static implicit operator string(Configuration configuration) => configuration.Value;
    }

    private sealed class Parameters : HubforgeBuild
    {
        [Parameter("A number")]
        public readonly int Count = 3;

        [Parameter]
        public readonly bool Flag;

        [Parameter]
        public readonly bool OnByDefault = true;

        [Parameter]
        public readonly string[] Names = ["none"];

        [Parameter(Separator = ",")]
        public readonly string[] Tags = [];

        [Parameter]
        public readonly string Name = "initial";

        [Parameter(Name = "OtherName")]
        public readonly string? Renamed;

        [Parameter]
        [Secret]
        public readonly string? NuGetApiKey;

        [Parameter]
        public readonly DayOfWeek Day;

        [Parameter]
        public readonly Configuration Configuration = Configuration.Debug;

        [Parameter]
        public readonly Version? VersionNumber;

        [Parameter]
        public readonly TimeSpan Wait;

        [Parameter("The maybe")]
        public readonly int? Maybe;

        [Parameter]
        public readonly Primitives.AbsolutePath? File;

        public IReadOnlyList<string> Profiles { get; private set; } = [];

        public IReadOnlyList<string> Part { get; private set; } = [];

        Target Show =>
            _ =>
                _.Executes(() =>
                {
                    Profiles = LoadedLocalProfiles;
                    Part = [.. Partition.GetCurrent(["a", "b", "c", "d", "e"])];
                });

        Target Needing => _ => _.Requires(() => Maybe).Executes(() => { });

        Target NeedingMore => _ => _.Requires(() => Count > 10).Executes(() => { });
    }
}
