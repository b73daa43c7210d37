using Hubforge.Automation.Settled;
using Hubforge.Primitives;

namespace Hubforge.Automation.Tests.Settled;

public sealed class SettledRunTests : IDisposable
{
    private readonly Sandbox _sandbox = new();
    private readonly AnsweringService _service = new();
    private int _instances;

    public SettledRunTests() => _sandbox.Write("specs/in.txt", "1");

    private bool IsRecorded => SettledRun.FileIn(_sandbox.Root).FileExists;

    public void Dispose()
    {
        _service.Dispose();
        _sandbox.Dispose();
    }

    [Test]
    public async Task A_run_without_work_is_answered_without_an_instance_of_the_build()
    {
        await RunAsync("Pack");

        var created = await CountInstancesAsync("Pack");

        Assert.That(created, Is.Zero);
        Assert.That(_sandbox.Output, Does.Match(@"Pack +Up to date +// unchanged"));
        Assert.That(_sandbox.Output, Does.Match(@"Total +\d\.\d s\n"));
        Assert.That(_sandbox.Output, Does.EndWith("Build succeeded.\n"));
    }

    [Test]
    public async Task The_answer_is_what_the_run_would_have_printed()
    {
        await RunAsync("Pack");
        await RunAsync("Pack");
        var answer = _sandbox.Output;
        File.Delete(SettledRun.FileIn(_sandbox.Root));

        await RunAsync("Pack");

        Assert.That(Untimed(answer), Is.EqualTo(Untimed(_sandbox.Output)));
    }

    [Test]
    public async Task The_record_of_the_run_is_of_the_present_one()
    {
        await RunAsync("Pack");
        var before = TimeProvider.System.GetLocalNow();

        await RunAsync("Pack");

        using var record = System.Text.Json.JsonDocument.Parse(_sandbox.Read("artifacts/run.json"));
        var node = record.RootElement.GetProperty("nodes")[0];
        Assert.That(
            record.RootElement.GetProperty("started").GetDateTimeOffset(),
            Is.GreaterThanOrEqualTo(before)
        );
        Assert.That(record.RootElement.GetProperty("seconds").GetDouble(), Is.LessThan(60));
        Assert.That(node.GetProperty("status").GetString(), Is.EqualTo("UpToDate"));
    }

    [TestCase("specs/in.txt", TestName = "A_changed_file_is_noticed")]
    [TestCase("specs/deep/new.txt", TestName = "A_new_file_is_noticed")]
    [TestCase("setup-env", TestName = "A_file_of_parameters_is_noticed")]
    public async Task A_change_is_noticed(string file)
    {
        await RunAsync("Pack");
        _sandbox.Write(file, "# changed");

        var created = await CountInstancesAsync("Pack");

        Assert.That(created, Is.Positive);
    }

    [Test]
    public async Task A_file_of_equal_size_and_time_that_was_moved_over_another_is_noticed()
    {
        await RunAsync("Pack");
        var file = _sandbox.Root / "specs/in.txt";
        var time = File.GetLastWriteTimeUtc(file);
        var other = _sandbox.Write("other.txt", "2");
        File.SetLastWriteTimeUtc(other, time);
        File.Move(other, file, overwrite: true);

        var created = await CountInstancesAsync("Pack");

        Assert.That(created, Is.Positive);
    }

    [Test]
    public async Task A_removed_result_is_made_again()
    {
        await RunAsync("Pack");
        File.Delete(_sandbox.Root / "out/packed.txt");

        await RunAsync("Pack");

        Assert.That(_sandbox.Read("out/packed.txt"), Is.EqualTo("1"));
    }

    [Test]
    public async Task Another_answer_of_a_service_is_noticed()
    {
        await RunAsync("Pack");
        _service.Answer = "another image";

        var created = await CountInstancesAsync("Pack");

        Assert.That(created, Is.Positive);
    }

    [Test]
    public async Task A_service_that_is_gone_is_noticed()
    {
        await RunAsync("Pack");
        _service.Dispose();

        var created = await CountInstancesAsync("Pack");

        Assert.That(created, Is.Positive);
    }

    [Test]
    public async Task Another_command_line_is_another_run()
    {
        await RunAsync("Pack");

        var created = await CountInstancesAsync("Pack", "--no-logo");

        Assert.That(created, Is.Positive);
    }

    [Test]
    public async Task Another_environment_variable_is_another_run()
    {
        await RunAsync("Pack");
        _sandbox.Variables["SPEED"] = "slow";

        var created = await CountInstancesAsync("Pack");

        Assert.That(created, Is.Positive);
    }

    [Test]
    public async Task What_a_shell_counts_changes_nothing()
    {
        await RunAsync("Pack");
        _sandbox.Variables["SHLVL"] = "7";

        var created = await CountInstancesAsync("Pack");

        Assert.That(created, Is.Zero);
    }

    [Test]
    public async Task Another_run_takes_the_record_away()
    {
        await RunAsync("Pack");

        await RunAsync("Greet");

        Assert.That(IsRecorded, Is.False);
    }

    [TestCase("Greet", TestName = "A_target_that_runs_every_time_is_never_settled")]
    [TestCase("Pack", "--force", TestName = "A_forced_run_is_never_settled")]
    [TestCase("Pack", "--host", "GitHubActions", TestName = "A_run_on_a_CI_host_is_never_settled")]
    [TestCase("Pack", "--verbosity", "verbose", TestName = "A_talkative_run_is_never_settled")]
    [TestCase("Pack", "--token", "s3cret", TestName = "A_run_with_a_secret_is_never_settled")]
    public async Task It_is_never_settled(params string[] args)
    {
        await RunAsync("Pack");

        await RunAsync(args);

        Assert.That(IsRecorded, Is.False);
    }

    [Test]
    public async Task A_torn_record_counts_as_none([Values(0, 5, 40, 60)] int length)
    {
        await RunAsync("Pack");
        var file = SettledRun.FileIn(_sandbox.Root);
        await File.WriteAllBytesAsync(file, (await File.ReadAllBytesAsync(file))[..length]);

        var created = await CountInstancesAsync("Pack");

        Assert.That(created, Is.Positive);
    }

    [Test]
    public async Task A_run_that_cannot_be_remembered_went_well_all_the_same()
    {
        var exitCode = await _sandbox.RunAsync(() => new FailingWitness(), [], "Pack");

        Assert.That(exitCode, Is.Zero, _sandbox.Everything);
    }

    [Test]
    public async Task A_build_that_shows_no_evidence_is_asked_every_time()
    {
        await _sandbox.RunAsync(() => new SilentBuild(), [], "Pack");

        Assert.That(IsRecorded, Is.False);
    }

    private static string Untimed(string output) =>
        System.Text.RegularExpressions.Regex.Replace(output, @"\d\.\d s", "0.0 s");

    private async Task RunAsync(params string[] args)
    {
        var exitCode = await _sandbox.RunAsync(Create, [], args);
        Assert.That(exitCode, Is.Zero, _sandbox.Everything);
    }

    private async Task<int> CountInstancesAsync(params string[] args)
    {
        _instances = 0;
        await RunAsync(args);
        return _instances;
    }

    private PackingBuild Create()
    {
        _instances++;
        return new PackingBuild
        {
            Question = new ServiceQuestion(_service.Socket, "/image?name=a"),
        };
    }

    private class SilentBuild : HubforgeBuild
    {
        private static AbsolutePath Input => RootDirectory / "specs/in.txt";

        private static AbsolutePath Output => RootDirectory / "out/packed.txt";

        [Parameter("A secret"), Secret]
        string Token => TryGetValue(() => Token) ?? "";

        Target Pack =>
            target =>
                target
                    .Inputs(Input)
                    .Outputs(Output)
                    .Executes(() =>
                    {
                        Directory.CreateDirectory(Output.Parent!);
                        File.Copy(Input, Output, overwrite: true);
                    });

        Target Greet => target => target.Executes(() => { });
    }

    private sealed class PackingBuild : SilentBuild, IShowEvidence
    {
        public required ServiceQuestion Question { get; init; }

        public Task<Evidence?> ShowEvidenceAsync(CancellationToken cancellationToken) =>
            Task.FromResult<Evidence?>(
                new Evidence
                {
                    Paths = [RootDirectory / "specs", RootDirectory / "out"],
                    Questions = [Question],
                }
            );
    }

    private sealed class FailingWitness : SilentBuild, IShowEvidence
    {
        public Task<Evidence?> ShowEvidenceAsync(CancellationToken cancellationToken) =>
            throw new IOException("the engine has gone away");
    }
}
