using Hubforge.EndToEnd.Machine;
using Hubforge.EndToEnd.Project;
using Hubforge.Processes;

namespace Hubforge.EndToEnd;

/// <summary>What the real shells complete after <c>./build.sh</c> in a fresh clone, once the program is built.</summary>
[NonParallelizable]
[FixtureLifeCycle(LifeCycle.SingleInstance)]
public sealed class CompletionTests
{
    // Types a line and Tab into a shell on a terminal of its own, then a key that shows what the line has become.
    private const string OnTerminal = """
        zmodload zsh/zpty
        shell=$1; export SCRIPT=$2
        case $shell in
          zsh) start=(zsh -f -i); show='seen() print -r -- "line:$BUFFER:"; zle -N seen; bindkey "^X" seen' ;;
          bash) start=(bash --norc -i); show="bind -x '\"\\C-x\": printf \"line:%s:\" \"\$READLINE_LINE\"'" ;;
        esac
        zpty terminal $start
        zpty -w terminal "source \$SCRIPT; $show; PS1=rea; PS1+=dy:"
        zpty -r terminal seen '*ready:*'
        zpty -n -w terminal "$3"$'\t\x18'
        zpty -r terminal seen '*line:*:'
        print -r -- $seen
        zpty -d terminal
        """;

    private static readonly (string Typed, string Expected)[] s_lines =
    [
        ("./build.sh CompileE", "CompileEnvs"),
        ("./build.sh Push --missi", "--mission"),
        ("./build.sh Push --mission ro", "roman"),
        ("./build.sh Push --mission=ro", "--mission=roman"),
        ("./build.sh GraphEnv --environment ast", "astro"),
        ("./build.sh Push --profile stag", "staging"),
        ("./build.sh Push --verbosity Qui", "Quiet"),
    ];

    private ProjectCopy _copy = null!;

    private static IEnumerable<string> Shells => ["bash", "zsh", "fish"];

    private static IEnumerable<TestCaseData> Cases =>
        from shell in Shells
        from line in s_lines
        select new TestCaseData(shell, line.Typed, line.Expected);

    [OneTimeSetUp]
    public async Task CopyProject()
    {
        foreach (var shell in Shells)
        {
            Programs.Require(shell, shell);
        }

        _copy = await ProjectCopy.CreateAsync(CancellationToken.None);
        await File.WriteAllTextAsync(_copy.Root / ".nuke/parameters.staging.json", "{}");
        foreach (var shell in Shells)
        {
            var script = await _copy.MustRunAsync(
                new BuildCall("--completion", shell),
                CancellationToken.None
            );
            await File.WriteAllTextAsync(ScriptOf(shell), script.Output);
        }
    }

    [OneTimeTearDown]
    public void RemoveCopy() => _copy?.Dispose();

    [TestCaseSource(nameof(Cases))]
    [CancelAfter(60_000)]
    public async Task A_shell_completes_what_is_being_typed(
        string shell,
        string typed,
        string expected,
        CancellationToken token
    )
    {
        var completed = await TabAsync(shell, typed, token);

        Assert.That(completed, Does.Contain(typed[..(typed.LastIndexOf(' ') + 1)] + expected));
    }

    [TestCaseSource(nameof(Shells))]
    [CancelAfter(60_000)]
    public async Task A_start_script_of_another_project_is_not_run(
        string shell,
        CancellationToken token
    )
    {
        var folder = Directory.CreateDirectory(_copy.Root / ".nuke/temp/other-" + shell).FullName;
        var trace = Path.Combine(folder, "was-run");
        var script = Path.Combine(folder, "build.sh");
        await File.WriteAllTextAsync(script, $"#!/bin/sh\ntouch '{trace}'\n", token);
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        await TabAsync(shell, $"{script} Pu", token);

        Assert.That(trace, Does.Not.Exist);
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Before_the_program_is_built_nothing_is_completed_and_nothing_built(
        CancellationToken token
    )
    {
        var folder = Directory.CreateDirectory(_copy.State / "unbuilt").FullName;
        File.Copy(_copy.Root / "build.sh", Path.Combine(folder, "build.sh"));
        File.Copy(_copy.Root / "Hubforge.slnx", Path.Combine(folder, "Hubforge.slnx"));

        var outcome = await Programs.TryAsync(
            new Command(Path.Combine(folder, "build.sh")).With("--complete", "Pu"),
            token
        );

        Assert.That(outcome.ExitCode, Is.Zero, outcome.Error);
        Assert.That(outcome.Output + outcome.Error, Is.Empty);
        Assert.That(Path.Combine(folder, ".nuke"), Does.Not.Exist);
    }

    // What the command line is after Tab. fish says it when asked; bash and zsh show it on their terminal.
    private async Task<string> TabAsync(string shell, string typed, CancellationToken token)
    {
        var command =
            shell == "fish"
                ? new Command("fish").With(
                    "--no-config",
                    "--command",
                    "source $argv[1]; for found in (complete --do-complete $argv[2]); echo (string replace --regex '\\S*$' '' -- $argv[2])$found; end"
                )
                : new Command("zsh").With("-f", "-c", OnTerminal, "zsh", shell);
        var outcome = await Programs.TryAsync(
            command.With(ScriptOf(shell), typed) with
            {
                WorkingDirectory = _copy.Root,
                Environment = BuildEnvironment.Clean.SetItem("ZDOTDIR", _copy.State.ToString()),
            },
            token
        );
        await TestContext.Out.WriteLineAsync(outcome.Output + outcome.Error);
        return outcome.Output;
    }

    private string ScriptOf(string shell) => _copy.State / $"completion.{shell}";
}
