using Hubforge.Testing;
using Hubforge.Tools.Conda;
using Hubforge.Tools.Replies;

namespace Hubforge.Tools.Tests.Conda;

public sealed class CondaCommandTests
{
    private const string Done = """{"actions":{"LINK":[],"PREFIX":"/e"},"success":true}""";

    private readonly RecordingProcessRunner _processes = new RecordingProcessRunner().Answer(
        "micromamba"
    );
    private readonly Tools.Conda.Conda _conda;

    public CondaCommandTests() => _conda = new Tools.Conda.Conda(_processes, "micromamba");

    [Test]
    public async Task A_solve_is_a_dry_run_that_answers_yes_and_prints_JSON()
    {
        _processes.Answer("micromamba create", Done);
        var solve = new CondaSolve
        {
            Specs = ["python=3.11", "numpy>=1.24"],
            Files = ["astro.yml"],
            Channels = new CondaChannels
            {
                Only = ["conda-forge", "file:///channel"],
                Alias = "https://mirror.example",
                Priority = "strict",
            },
            Platform = "linux-aarch64",
        };

        await _conda.SolveAsync(
            new CondaCreate(CondaTarget.Named("astro") with { RootPrefix = "/root" }, solve),
            CancellationToken.None
        );

        Assert.That(
            _processes.OnlyCommand,
            Is.EqualTo([
                "micromamba",
                "create",
                "-y",
                "--json",
                "--dry-run",
                "-r",
                "/root",
                "-n",
                "astro",
                "--override-channels",
                "-c",
                "conda-forge",
                "-c",
                "file:///channel",
                "--channel-alias",
                "https://mirror.example",
                "--channel-priority",
                "strict",
                "--platform",
                "linux-aarch64",
                "-f",
                "astro.yml",
                "python=3.11",
                "numpy>=1.24",
            ])
        );
    }

    [Test]
    public async Task An_environment_is_solved_before_create_can_delete_the_old_one()
    {
        _processes.Answer("micromamba create", Done);

        await _conda.ApplyAsync(
            new CondaCreate(CondaTarget.At("/envs/a"), new CondaSolve { Specs = ["zlib"] }),
            CancellationToken.None
        );

        Assert.That(
            _processes.Commands.Select(command => command.ToString()),
            Is.EqualTo([
                "micromamba create -y --json --dry-run -p /envs/a zlib",
                "micromamba create -y --json -p /envs/a zlib",
            ])
        );
    }

    [Test]
    public async Task Install_and_remove_name_their_packages()
    {
        _processes.Answer("micromamba install", Done).Answer("micromamba remove", Done);
        var target = CondaTarget.Named("a");

        await _conda.SolveAsync(
            new CondaInstall(target, new CondaSolve { Specs = ["zlib"], Offline = true }),
            CancellationToken.None
        );
        await _conda.SolveAsync(new CondaRemove(target, ["zlib"]), CancellationToken.None);

        Assert.That(
            _processes.Commands.Select(command => command.ToString()),
            Is.EqualTo([
                "micromamba install -y --json --dry-run -n a --offline zlib",
                "micromamba remove -y --json --dry-run -n a zlib",
            ])
        );
    }

    [Test]
    public async Task The_reading_commands_ask_for_JSON_where_there_is_any()
    {
        var target = CondaTarget.Named("a");
        _processes.Answer("micromamba list", "[]");
        _processes.Answer("micromamba env list", """{"envs":[]}""");
        _processes.Answer("micromamba info", "{}");
        _processes.Answer("micromamba search", """{"result":{"pkgs":[]}}""");
        _processes.Answer("micromamba repoquery", """{"result":{"pkgs":[]}}""");
        _processes.Answer("micromamba env export --explicit", "@EXPLICIT\n");

        await _conda.ListAsync(new CondaList(target) { NoPip = true }, CancellationToken.None);
        await _conda.ListEnvironmentsAsync(CancellationToken.None);
        await _conda.GetInformationAsync(CancellationToken.None);
        await _conda.SearchAsync(new CondaQuery("numpy"), CancellationToken.None);
        await _conda.DependsAsync(new CondaQuery("numpy"), CancellationToken.None);
        await _conda.WhoNeedsAsync(new CondaQuery("numpy"), CancellationToken.None);
        await _conda.FindExportAsync(
            new CondaExport(target) { NoBuild = true },
            CancellationToken.None
        );
        await _conda.GetExplicitAsync(new CondaExport(target), CancellationToken.None);

        Assert.That(
            _processes.Commands.Select(command => command.ToString()),
            Is.EqualTo([
                "micromamba list --json --no-pip -n a",
                "micromamba env list --json",
                "micromamba info --json",
                "micromamba search --json numpy",
                "micromamba repoquery depends --json numpy",
                "micromamba repoquery whoneeds --json numpy",
                "micromamba env export --no-build -n a",
                "micromamba env export --explicit -n a",
            ])
        );
    }

    [Test]
    public async Task Run_leaves_the_double_dash_out_because_micromamba_fails_on_it()
    {
        await _conda.RunAsync(
            new CondaRun(CondaTarget.Named("a"), "python") { Arguments = ["-c", "print(1)"] },
            CancellationToken.None
        );

        Assert.That(
            _processes.OnlyCommand,
            Is.EqualTo(["micromamba", "run", "-n", "a", "python", "-c", "print(1)"])
        );
    }

    [TestCase("--help")]
    [TestCase("-c")]
    [TestCase("")]
    public async Task A_spec_that_looks_like_an_option_is_refused(string spec)
    {
        var request = new CondaCreate(CondaTarget.Named("a"), new CondaSolve { Specs = [spec] });

        var failure = await Assert.ThrowsAsync<RefusedArgumentException>(() =>
            _conda.SolveAsync(request, CancellationToken.None)
        );

        Assert.That(failure, Is.Not.Null);
    }
}
