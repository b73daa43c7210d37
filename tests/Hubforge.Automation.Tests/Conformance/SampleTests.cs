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

    private Task<CommandResult> RunAsync(
        string[] args,
        CancellationToken cancellationToken,
        string sample = "ThreeTargets"
    )
    {
        var own = AbsolutePath.Parse(AppContext.BaseDirectory);
        var program = own.Parent!.Parent! / sample / own.Name / sample;
        var command = new Command(program) { WorkingDirectory = _folder.Root }.With([
            .. args.Select(arg => (Argument)arg),
        ]);
        return _processes.RunAsync(command, null, cancellationToken);
    }
}
