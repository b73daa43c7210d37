using Hubforge.Primitives;

namespace Hubforge.Automation.Tests.Conformance;

/// <summary>Mistakes that people make; each ends with exit code 2, runs nothing, and is named together with what exists.</summary>
public sealed class MisuseTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [TestCase("wrok", "Target 'wrok' does not exist", "Work")]
    [TestCase("Work Nope", "Target 'Nope' does not exist", "Greet, Guarded, Work")]
    [TestCase("Work+Nope", "Target 'Nope' does not exist", "Guarded")]
    [TestCase("--target Nope", "Target 'Nope' does not exist", "Guarded")]
    [TestCase("Work --skip Nope", "--skip: target 'Nope' does not exist", "Guarded")]
    [TestCase("Work --skip Work+Nope", "--skip: target 'Nope' does not exist", "Guarded")]
    [TestCase("--why Nope", "--why: target 'Nope' does not exist", "Guarded")]
    [TestCase("--why", "--why: a value is missing", "Explains")]
    [TestCase("Work --cuont 3", "Option '--cuont' does not exist", "--count")]
    [TestCase("Work -x", "Option '-x' does not exist", "--count")]
    [TestCase("Work --unknown=3", "Option '--unknown' does not exist", "--count")]
    [TestCase("Work --unknown some values", "Option '--unknown' does not exist", "--help")]
    [TestCase("Work --count", "--count: a value is missing", "A number")]
    [TestCase("Work --count abc", "a whole number is expected, not 'abc'", "A number")]
    [TestCase("Work --count=", "a whole number is expected", "A number")]
    [TestCase("Work --count 1.5", "a whole number is expected, not '1.5'", "A number")]
    [TestCase("Work --count 99999999999", "a whole number is expected", "A number")]
    [TestCase("Work --flag=maybe", "true or false is expected, not 'maybe'", "A flag")]
    [TestCase("Work --flag maybe", "Target 'maybe' does not exist", "Work")]
    [TestCase("Work --day Fryday", "'Fryday' is unknown", "Friday")]
    [TestCase("Work --day 3 --day", "--day: a value is missing", "--day")]
    [TestCase("Work --mission romn", "'romn' is unknown", "roman")]
    [TestCase("Work --mission roman tyke", "'tyke' is unknown", "tike")]
    [TestCase("Work --level high", "--level", "low number")]
    [TestCase("Work --wait soon", "--wait", "not 'soon'")]
    [TestCase("Work --when never", "--when", "not 'never'")]
    [TestCase("Work --address [bad", "--address", "--address <value>")]
    [TestCase("Work --verbosity lod", "'lod' is unknown", "Quiet, Minimal, Normal, Verbose")]
    [TestCase("Work --jobs 0", "--jobs: at least one", "--jobs 1")]
    [TestCase("Work --jobs many", "a whole number is expected, not 'many'", "--jobs")]
    [TestCase("Work --host Jenkyns", "'Jenkyns' is unknown", "Terminal")]
    [TestCase("Work --profile nope", "Profile 'nope' does not exist", "no profiles")]
    [TestCase("Work --plan=pdf", "'pdf' is unknown", "text, json, html")]
    [TestCase("Work --describe --format html", "--describe has no form 'html'", "--format json")]
    [TestCase("--completion tcsh", "'tcsh' is unknown", "bash, zsh, fish, powershell")]
    [TestCase("Work --partition 4/3", "a partition is written part/total", "not '4/3'")]
    [TestCase(
        "Work --root /nowhere/at/all",
        "The folder given by --root does not exist",
        "/nowhere/at/all"
    )]
    [TestCase("Guarded", "Target 'Guarded' requires --api-key", "HUBFORGE_API_KEY")]
    [TestCase("--secrets Count", "There is no secret parameter 'Count'", "ApiKey")]
    public async Task A_wrong_command_line_is_refused(string line, string mistake, string hint) =>
        await Refused<Sample>(mistake, hint, line.Split(' '));

    [TestCase("{ broken", "This is not valid JSON", "parameters.json:1")]
    [TestCase("[]", "An object is expected", "parameters.json:1")]
    [TestCase("", "This is not valid JSON", "parameters.json:1")]
    [TestCase("{\n  \"Cuont\": 3\n}", "There is no parameter 'Cuont'", "parameters.json:2")]
    [TestCase(
        "{ \"Count\": { \"a\": 1 } }",
        "must be a text, number, boolean or a list",
        "'Count'"
    )]
    [TestCase("{ \"Count\": null }", "must be a text, number, boolean or a list", "'Count'")]
    [TestCase(
        "{\n\"Flag\": true,\n\"Count\": \"x\" }",
        "a whole number is expected, not 'x'",
        "parameters.json:3"
    )]
    [TestCase("{ \"Count\": [1, 2] }", "one value is expected, not 2", "parameters.json:1")]
    [TestCase("{ \"Plan\": \"text\" }", "There is no parameter 'Plan'", "exists:")]
    [TestCase("{ \"ApiKey\": \"hubforge:v1:AAAA\" }", "HUBFORGE_SECRETS_PASSWORD", "--api-key")]
    public async Task A_wrong_parameter_file_is_refused(string json, string mistake, string hint)
    {
        _sandbox.Write(".nuke/parameters.json", json);

        await Refused<Sample>(mistake, hint, "Work");
    }

    [Test]
    public async Task Secrets_are_not_written_into_a_broken_parameter_file()
    {
        _sandbox.Write(".nuke/parameters.json", "{ broken");

        await Refused<Sample>("holds no object", "parameters.json", "--secrets", "ApiKey");
    }

    [Test]
    public async Task A_parameter_file_that_cannot_be_read_is_refused()
    {
        Directory.CreateDirectory(_sandbox.Root / ".nuke" / "parameters.json");

        await Refused<Sample>("The file cannot be read", "parameters.json", "Work");
    }

    [TestCase(
        "export COUNT_OF_ALL=abc",
        "a whole number is expected, not 'abc'",
        "setup-env:1 (COUNT_OF_ALL)"
    )]
    [TestCase(
        "# fine\nthis is no assignment",
        "is not of the form export KEY=value",
        "setup-env:2"
    )]
    [TestCase("export A=\"open", "a quote is not closed", "setup-env:1")]
    [TestCase("export MY-KEY=3", "is not of the form export KEY=value", "setup-env.template")]
    public async Task A_wrong_setup_env_is_refused(string text, string mistake, string hint)
    {
        _sandbox.Write("setup-env", text);

        await Refused<Sample>(mistake, hint, "Work");
    }

    [Test]
    public async Task A_wrong_variable_is_refused()
    {
        _sandbox.Variables["HUBFORGE_COUNT"] = "abc";

        await Refused<Sample>("not 'abc'", "environment variable HUBFORGE_COUNT", "Work");
    }

    [Test]
    public async Task A_wrong_setting_of_the_build_itself_is_refused() =>
        await Refused<OwnSettings>("not 'wrong'", "mission.yml:7", "Work");

    [Test]
    public async Task A_circle_is_refused() =>
        await Refused<Circle>("First -> Second -> First", "remove one of these relations", "Fine");

    [Test]
    public async Task A_target_that_depends_on_itself_is_refused() =>
        await Refused<Itself>("Alone -> Alone", "remove one of these relations", "Alone");

    [Test]
    public async Task A_target_declared_twice_is_refused() =>
        await Refused<Twice>("Target 'Work' is declared twice", "IWork.Work", "Work");

    [Test]
    public async Task A_reference_to_what_is_no_target_is_refused() =>
        await Refused<Foreign>("names something that is not a target", "Work", "Work");

    [Test]
    public async Task A_component_that_the_build_does_not_have_is_refused() =>
        await Refused<WithoutComponent>("does not implement IWork", "add IWork", "Other");

    [Test]
    public async Task Two_items_of_one_name_are_refused() =>
        await Refused<SameNames>(
            "Two items of ForEach have the name 'a'",
            "a name of its own",
            "Work"
        );

    [Test]
    public async Task A_value_provider_that_does_not_exist_is_refused() =>
        await Refused<NoProvider>(
            "has no member 'Nothing'",
            "IEnumerable<string>",
            "Work",
            "--name",
            "x"
        );

    [Test]
    public async Task A_required_parameter_is_demanded_by_every_run() =>
        await Refused<Demanding>("The build requires --account", "HUBFORGE_ACCOUNT", "Work");

    [Test]
    public async Task A_folder_without_project_is_refused()
    {
        Directory.Delete(_sandbox.Root / ".nuke");

        await Refused<Sample>("none on the way up holds .nuke", "--root", "Work");
    }

    [Test]
    public async Task A_secret_is_not_shown_when_its_value_is_wrong()
    {
        await Refused<NumberedSecret>("--pin", "***", "Work", "--pin", "12x4");

        Assert.That(_sandbox.Everything, Does.Not.Contain("12x4"));
    }

    private async Task Refused<TBuild>(string mistake, string hint, params string[] args)
        where TBuild : RecordingBuild, new()
    {
        var build = new TBuild();

        var exitCode = await _sandbox.RunAsync(build, args);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(2), _sandbox.Everything);
            Assert.That(_sandbox.Error, Does.Contain(mistake));
            Assert.That(_sandbox.Error, Does.Contain(hint));
            Assert.That(_sandbox.Error, Does.Contain("try:").And.Not.Contain("   at "));
            Assert.That(build.Ran, Is.Empty);
        }
    }

    private interface IWork : IHubforgeBuild
    {
        Target Work => _ => _.Executes(() => { });
    }

    private sealed class Sample : RecordingBuild
    {
        [Parameter("A number", Environment = "COUNT_OF_ALL")]
        readonly int Count = 1;

        [Parameter("A flag")]
        readonly bool Flag = false;

        [Parameter]
        readonly DayOfWeek Day = DayOfWeek.Monday;

        [Parameter(ValueProviderMember = nameof(Missions))]
        readonly string[] Mission = [];

        [Parameter("A low number")]
        readonly byte Level = 0;

        [Parameter]
        readonly TimeSpan Wait = default;

        [Parameter]
        readonly DateOnly When = default;

        [Parameter]
        readonly System.Net.IPAddress? Address = null;

        [Parameter]
        readonly Secret? ApiKey = null;

        static IEnumerable<string> Missions => ["roman", "tike"];

        Target Work => _ => _.Executes(Mark);

        Target Greet =>
            _ =>
                _.Executes(() =>
                    Log.Information("{A}{B}{C}{D}{E}", Count, Flag, Day, Mission, Level)
                );

        Target Guarded =>
            _ =>
                _.Requires(() => ApiKey)
                    .Executes(() => Log.Information("{A}{B}{C}", Wait, When, Address));
    }

    private sealed class OwnSettings : RecordingBuild
    {
        [Parameter]
        readonly int Count = 1;

        Target Work => _ => _.Requires(() => Count).Executes(Mark);

        protected internal override ParameterSetting? FindSetting(string parameter) =>
            new("mission.yml:7", ["wrong"]);
    }

    private sealed class Circle : RecordingBuild
    {
        Target Fine => _ => _.Executes(Mark);

        Target First => _ => _.DependsOn(Second);

        Target Second => _ => _.DependsOn(First);
    }

    private sealed class Itself : RecordingBuild
    {
        Target Alone => _ => _.DependsOn(Alone).Executes(Mark);
    }

    private sealed class Twice : RecordingBuild, IWork
    {
        Target Work => _ => _.Executes(Mark);
    }

    private sealed class Foreign : RecordingBuild
    {
        Target Work => _ => _.DependsOn(NotAProperty()).Executes(Mark);

        private static Target NotAProperty() => target => target;
    }

    private sealed class WithoutComponent : RecordingBuild
    {
        Target Other => _ => _.DependsOn<IWork>(x => x.Work).Executes(Mark);
    }

    private sealed class SameNames : RecordingBuild
    {
        Target Work => _ => _.ForEach(["a", "b", "a"]).Executes(item => Mark());
    }

    private sealed class NoProvider : RecordingBuild
    {
        [Parameter(ValueProviderMember = "Nothing")]
        readonly string? Name = null;

        Target Work => _ => _.Requires(() => Name).Executes(Mark);
    }

    private sealed class Demanding : RecordingBuild
    {
        [Parameter]
        [Required]
        readonly string? Account = null;

        Target Work => _ => _.Executes(Mark).Executes(() => Log.Information("{A}", Account));
    }

    private sealed class NumberedSecret : RecordingBuild
    {
        [Parameter]
        [Secret]
        readonly int Pin = 0;

        Target Work => _ => _.Executes(Mark).Executes(() => Log.Information("{A}", Pin));
    }
}
