using Hubforge.Primitives;
using Hubforge.Processes;
using Hubforge.Testing;

namespace Hubforge.Automation.Tests.Conformance;

/// <summary>The sample build in docs/samples, run as the program that it is.</summary>
public sealed class SampleTests : IDisposable
{
    private readonly TempDirectory _folder = new();
    private readonly ProcessRunner _processes = new();

    public SampleTests() => Directory.CreateDirectory(_folder / ".nuke");

    public void Dispose() => _folder.Dispose();

    [Test]
    [CancelAfter(60_000)]
    public async Task The_sample_runs_its_default_target_with_what_it_needs(
        CancellationToken cancellationToken
    )
    {
        var result = await RunAsync([], cancellationToken);

        Assert.That(result.Output, Does.Contain("Greet | Hello, world!"));
        Assert.That(result.Output, Does.Match("Compose +Succeeded"));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task The_sample_takes_parameters_as_NUKE_does(CancellationToken cancellationToken)
    {
        var result = await RunAsync(
            ["Clean", "Greet", "--person", "Nancy", "--loud"],
            cancellationToken
        );

        Assert.That(result.Output, Does.Contain("HELLO, NANCY!"));
    }

    [Test]
    public void The_sample_says_nothing_that_NUKE_does_not_know()
    {
        var lines = File.ReadAllLines(
            Repository.Root / "docs" / "samples" / "ThreeTargets" / "Build.cs"
        );

        // Only these may differ when it is compiled against NUKE.
        var own = lines.Where(line => line.Contains("Hubforge", StringComparison.Ordinal));
        Assert.That(
            own,
            Is.EqualTo([
                "using Hubforge.Automation;",
                "using Hubforge.Primitives;",
                "class Build : HubforgeBuild",
            ])
        );
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task The_sample_of_pipelines_writes_its_workflow(
        CancellationToken cancellationToken
    )
    {
        await RunAsync(["GenerateCi"], cancellationToken, "Pipelines");

        Assert.That(
            await File.ReadAllTextAsync(
                _folder / ".github" / "workflows" / "test.yml",
                cancellationToken
            ),
            Does.Contain("./build.sh Test")
        );
    }

    // As readline hands the words over: an equals sign is a word of its own.
    [TestCase("./build.sh Cl", "Clean")]
    [TestCase("./build.sh Clean --pers", "--person")]
    [TestCase("./build.sh --verbosity q", "Quiet")]
    [TestCase("./build.sh Clean --verbosity = q", "Quiet")]
    [TestCase("./build.sh --plan = ", "text json html")]
    [Platform(Exclude = "Win")]
    [CancelAfter(60_000)]
    public async Task Bash_completes_with_the_script(
        string typed,
        string expected,
        CancellationToken cancellationToken
    )
    {
        var script = await RunAsync(["--completion", "bash"], cancellationToken);
        var file = _folder.Write("completion.bash", script.Output);
        _folder.WriteScript(
            "build.sh",
            $"# answers --complete\nexec '{ProgramOf("ThreeTargets")}' \"$@\""
        );
        var command = new Command("bash") { WorkingDirectory = _folder.Root }.With(
            "-c",
            "source \"$0\"; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _hubforge; echo \"${COMPREPLY[*]}\"",
            file.ToString()
        );

        var completed = await _processes.RunAsync(
            command.With([.. typed.Split(' ').Select(word => (Argument)word)]),
            null,
            cancellationToken
        );

        Assert.That(completed.Output.TrimEnd('\n'), Is.EqualTo(expected));
    }

    private static AbsolutePath ProgramOf(string sample)
    {
        var own = AbsolutePath.Parse(AppContext.BaseDirectory);
        return own.Parent!.Parent! / sample / own.Name / sample;
    }

    private Task<CommandResult> RunAsync(
        string[] args,
        CancellationToken cancellationToken,
        string sample = "ThreeTargets"
    )
    {
        var command = new Command(ProgramOf(sample)) { WorkingDirectory = _folder.Root }.With([
            .. args.Select(arg => (Argument)arg),
        ]);
        return _processes.RunAsync(command, null, cancellationToken);
    }
}
