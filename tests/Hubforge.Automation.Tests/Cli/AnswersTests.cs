using System.Text.Json;
using Hubforge.Testing;

namespace Hubforge.Automation.Tests.Cli;

/// <summary>What the program answers without running anything.</summary>
public sealed class AnswersTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Test]
    public async Task Help_is_in_the_layout_of_NUKE()
    {
        await _sandbox.RunAsync(() => new Sample(), [build => build.Push], "--help", "--no-logo");

        Approved.Matches(_sandbox.Output);
    }

    [Test]
    public async Task Describe_tells_tools_what_the_build_has()
    {
        await _sandbox.RunAsync<Sample>("--describe", "--format", "json");

        using var json = JsonDocument.Parse(_sandbox.Output);
        var push = json.RootElement.GetProperty("targets")[2];
        Assert.That(push.GetProperty("name").GetString(), Is.EqualTo("Push"));
        Assert.That(push.GetProperty("dependsOn")[0].GetString(), Is.EqualTo("Test"));
        Assert.That(json.RootElement.GetProperty("missions")[0].GetString(), Is.EqualTo("roman"));
    }

    [Test]
    public async Task A_plan_can_be_JSON()
    {
        await _sandbox.RunAsync<Sample>("Push", "--plan=json");

        using var json = JsonDocument.Parse(_sandbox.Output);
        var nodes = json.RootElement.GetProperty("nodes").EnumerateArray().ToArray();
        Assert.That(
            nodes.Select(node => node.GetProperty("name").GetString()),
            Is.EqualTo(["Build", "Test[roman]", "Test[tike]", "Push"])
        );
        Assert.That(
            nodes[3].GetProperty("after").EnumerateArray().Select(name => name.GetString()),
            Is.EqualTo(["Test[roman]", "Test[tike]"])
        );
    }

    [Test]
    public async Task A_plan_can_be_a_page_that_loads_nothing()
    {
        await _sandbox.RunAsync<Sample>("Push", "--plan=html");

        var page = await File.ReadAllTextAsync(_sandbox.Output.Trim());
        Assert.That(
            page,
            Does.Contain("Test[roman]").And.Not.Contain("http").And.Not.Contain("src=")
        );
    }

    [TestCase("", "Build\nTest\nPush\n")]
    [TestCase("B", "Build\n")]
    [TestCase("Push ", "Build\nTest\n")]
    [TestCase("Push --mis", "--mission\n")]
    [TestCase("Push --mission ", "roman\ntike\n")]
    [TestCase("Push --mission r", "roman\n")]
    [TestCase("--skip T", "Test\n")]
    [TestCase("--verbosity q", "Quiet\n")]
    [TestCase("--profile ", "staging\n")]
    [TestCase("--mission=t", "--mission=tike\n")]
    [TestCase("--loud f", "false\n")]
    public async Task What_is_being_typed_is_completed(string typed, string expected)
    {
        _sandbox.Write(".nuke/parameters.staging.json", "{}");

        await _sandbox.RunAsync<Sample>(["--complete", .. typed.Split(' ')]);

        Assert.That(_sandbox.Output.ReplaceLineEndings("\n"), Is.EqualTo(expected));
    }

    [TestCase("bash", "complete -F")]
    [TestCase("zsh", "compadd")]
    [TestCase("fish", "complete -c")]
    [TestCase("powershell", "Register-ArgumentCompleter")]
    public async Task Each_shell_has_its_completion_script(string shell, string text)
    {
        await _sandbox.RunAsync<Sample>("--completion", shell);

        Assert.That(_sandbox.Output, Does.Contain(text));
    }

    [Test]
    public async Task The_secret_parameters_are_listed_with_their_state()
    {
        _sandbox.Write(".nuke/parameters.json", """{ "Token": "plain" }""");

        await _sandbox.RunAsync<Sample>("--secrets");

        Assert.That(_sandbox.Output, Does.Match("Token +in plain text"));
    }

    private sealed class Sample : HubforgeBuild
    {
        [Parameter("Missions to work on, or all", ValueProviderMember = nameof(Missions))]
        public readonly string[] Mission = ["roman", "tike"];

        [Parameter("Says more")]
        public readonly bool Loud;

        [Parameter(
            "A text that is long enough to be wrapped, because a line of help is at most ninety columns wide and this is longer"
        )]
        public readonly string? Repository;

        [Parameter]
        [Secret]
        public readonly string? Token;

        public static IEnumerable<string> Missions => ["roman", "tike"];

        public Target Build => _ => _.Description("Builds the image").Executes(() => { });

        public Target Test => _ => _.ForEach(() => Mission).DependsOn(Build).Executes(_ => { });

        public Target Push =>
            _ => _.Description("Pushes what passed").DependsOn(Test).Executes(() => { });

        protected internal override IReadOnlyDictionary<string, IReadOnlyList<string>> Describe() =>
            new Dictionary<string, IReadOnlyList<string>> { ["missions"] = [.. Missions] };
    }
}
