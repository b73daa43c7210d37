using System.Diagnostics;
using System.Globalization;
using Hubforge.Primitives;
using Hubforge.Testing;

namespace Hubforge.Processes.Tests;

[CancelAfter(60_000)]
public sealed class ProcessRunnerTests
{
    private readonly ProcessRunner _runner = new(TimeSpan.FromMilliseconds(300));

    [Test]
    public async Task Arguments_arrive_as_they_are(CancellationToken cancellationToken)
    {
        string[] words = ["a b", "", "'quoted\"", "$HOME", "*", "-x"];

        var result = await _runner.RunAsync(
            TestProgram.Command("arguments").With([.. words.Select(word => (Argument)word)]),
            null,
            cancellationToken
        );

        Assert.That(result.OutputLines, Is.EqualTo(words));
    }

    [Test]
    public async Task Directory_and_variables_are_set(CancellationToken cancellationToken)
    {
        using var folder = new TempDirectory();

        var directory = await _runner.ReadAsync(
            TestProgram.Command("directory") with
            {
                WorkingDirectory = folder.Root,
            },
            cancellationToken
        );
        var variable = await _runner.ReadAsync(
            TestProgram
                .Command("variable", "HUBFORGE_X")
                .WithVariable("HUBFORGE_X", new Secret("s3")),
            cancellationToken
        );
        var removed = await _runner.ReadAsync(
            TestProgram.Command("variable", "PATH").WithVariable("PATH", null),
            cancellationToken
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(directory, Is.EqualTo(folder.Root.ToString()));
            Assert.That(variable, Is.EqualTo("s3"));
            Assert.That(removed, Is.EqualTo("(none)"));
        }
    }

    [Test]
    public async Task Input_is_passed_and_closed(CancellationToken cancellationToken)
    {
        var text = string.Concat(Enumerable.Repeat("0123456789\n", 100_000));

        var result = await _runner.RunAsync(
            TestProgram.Command("cat") with
            {
                Input = StandardInput.FromText(text),
            },
            null,
            cancellationToken
        );

        Assert.That(result.Output, Is.EqualTo(text));
    }

    [Test]
    public async Task A_program_that_does_not_read_its_input_is_no_failure(
        CancellationToken cancellationToken
    )
    {
        var result = await _runner.RunAsync(
            TestProgram.Command("echo", "done") with
            {
                Input = StandardInput.FromText(new string('x', 10_000_000)),
            },
            null,
            cancellationToken
        );

        Assert.That(result.Output, Is.EqualTo("done\n"));
    }

    [Test]
    public async Task A_source_of_input_that_waits_is_let_go_when_the_program_has_ended(
        CancellationToken cancellationToken
    )
    {
        var result = await _runner.RunAsync(
            TestProgram.Command("echo", "done") with
            {
                Input = new StandardInput((_, ended) => Task.Delay(Timeout.Infinite, ended)),
            },
            null,
            cancellationToken
        );

        Assert.That(result.Output, Is.EqualTo("done\n"));
    }

    [Test]
    public void A_source_of_input_that_fails_ends_the_program_and_is_seen(
        CancellationToken cancellationToken
    )
    {
        var command = TestProgram.Command("sleep", "50") with
        {
            Input = new StandardInput((_, _) => throw new FileNotFoundException("no such archive")),
        };

        Assert.That(
            () => _runner.RunAsync(command, null, cancellationToken),
            Throws.TypeOf<FileNotFoundException>()
        );
    }

    [Test]
    public async Task A_failing_program_is_reported_with_its_command_and_last_error(
        CancellationToken cancellationToken
    )
    {
        var command = TestProgram.Command("exit", "3", "out of luck") with { Hint = "try again" };

        var failure = await Assert.ThrowsAsync<CommandFailedException>(() =>
            _runner.RunAsync(command, null, cancellationToken)
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Result.ExitCode, Is.EqualTo(3));
            Assert.That(failure.Message, Does.Contain("exit 3 'out of luck'"));
            Assert.That(failure.Message, Does.EndWith("try:       try again"));
        }
    }

    [Test]
    public async Task Accepted_exit_codes_are_no_failure(CancellationToken cancellationToken)
    {
        var result = await _runner.RunAsync(
            TestProgram.Command("exit", "3") with
            {
                AcceptedExitCodes = [0, 3],
            },
            null,
            cancellationToken
        );

        Assert.That(result.ExitCode, Is.EqualTo(3));
    }

    [Test]
    public async Task Lines_come_with_their_stream(CancellationToken cancellationToken)
    {
        var lines = new List<OutputLine>();

        await _runner.RunAsync(
            TestProgram.Command("echo-error", "x", "y"),
            lines.Add,
            cancellationToken
        );

        Assert.That(lines, Is.EqualTo([new OutputLine(true, "x y")]));
    }

    [Test]
    public async Task A_flood_without_line_ends_keeps_the_end_only(
        CancellationToken cancellationToken
    )
    {
        var longest = 0;

        var result = await _runner.RunAsync(
            TestProgram.Command("flood", "50") with
            {
                OutputLimit = 1000,
            },
            line => longest = Math.Max(longest, line.Text.Length),
            cancellationToken
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Output, Has.Length.EqualTo(1000));
            Assert.That(result.Output, Does.EndWith("xthe end"));
            Assert.That(result.IsCut, Is.True);
            Assert.That(longest, Is.EqualTo(LineSplitter.LongestLine));
        }
    }

    [Test]
    public void Output_that_is_asked_for_and_too_long_is_a_failure(
        CancellationToken cancellationToken
    )
    {
        var command = TestProgram.Command("flood-lines", "1") with { OutputLimit = 1000 };

        Assert.That(
            () => _runner.ReadAsync(command, cancellationToken),
            Throws.TypeOf<OutputTooLongException>()
        );
    }

    [Test]
    public void A_handler_of_lines_that_fails_does_not_block_the_program(
        CancellationToken cancellationToken
    )
    {
        var command = TestProgram.Command("flood-lines", "2");

        Assert.That(
            () =>
                _runner.RunAsync(
                    command,
                    _ => throw new InvalidOperationException("bug"),
                    cancellationToken
                ),
            Throws.InvalidOperationException.With.Message.EqualTo("bug")
        );
    }

    [Test]
    public async Task Cancelling_ends_a_program_that_listens_at_once(
        CancellationToken cancellationToken
    )
    {
        var patient = new ProcessRunner(TimeSpan.FromSeconds(50));

        var ids = await CancelAsync(
            patient,
            TestProgram.Command("sleep", "50"),
            1,
            cancellationToken
        );

        Assert.That(ids, Has.All.Matches<int>(IsGone));
    }

    [Test]
    public async Task Cancelling_kills_a_program_that_ignores_signals(
        CancellationToken cancellationToken
    )
    {
        var ids = await CancelAsync(
            _runner,
            TestProgram.Command("ignore-signals", "50"),
            1,
            cancellationToken
        );

        Assert.That(ids, Has.All.Matches<int>(IsGone));
    }

    [Test]
    public async Task Cancelling_ends_children_that_ignore_signals_when_their_parent_does_not(
        CancellationToken cancellationToken
    )
    {
        var ids = await CancelAsync(
            _runner,
            TestProgram.Command("spawn-child", "50", "spawn-child", "50", "ignore-signals", "50"),
            3,
            cancellationToken
        );

        Assert.That(ids, Has.Count.EqualTo(3).And.All.Matches<int>(IsGone));
    }

    [Test]
    public async Task A_grandchild_that_holds_the_pipes_does_not_hold_the_caller(
        CancellationToken cancellationToken
    )
    {
        var lines = new List<OutputLine>();
        var started = Stopwatch.GetTimestamp();

        await _runner.RunAsync(
            TestProgram.Command("spawn-child", "1", "sleep", "20"),
            lines.Add,
            cancellationToken
        );

        Assert.That(Stopwatch.GetElapsedTime(started), Is.LessThan(TimeSpan.FromSeconds(15)));
    }

    [Test]
    public async Task A_timeout_is_told_from_a_cancellation(CancellationToken cancellationToken)
    {
        var command = TestProgram.Command("sleep", "50") with
        {
            Timeout = TimeSpan.FromMilliseconds(500),
            Hint = "buy a faster machine",
        };

        var failure = await Assert.ThrowsAsync<TimeoutException>(() =>
            _runner.RunAsync(command, null, cancellationToken)
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Message, Does.Contain("limit:     0.5 s"));
            Assert.That(failure.Message, Does.EndWith("try:       buy a faster machine"));
        }
    }

    [Test]
    public void A_cancelled_token_starts_nothing()
    {
        Assert.That(
            () =>
                _runner.RunAsync(
                    TestProgram.Command("sleep", "50"),
                    null,
                    new CancellationToken(true)
                ),
            Throws.InstanceOf<OperationCanceledException>()
        );
    }

    [Test]
    public async Task A_missing_program_is_reported_with_where_it_was_looked_for(
        CancellationToken cancellationToken
    )
    {
        var failure = await Assert.ThrowsAsync<ProgramNotFoundException>(() =>
            _runner.RunAsync(new Command("no-such-program"), null, cancellationToken)
        );

        Assert.That(failure.Message, Does.Contain("searched:  /"));
    }

    [Test]
    public async Task A_missing_directory_is_reported_with_its_name(
        CancellationToken cancellationToken
    )
    {
        var command = TestProgram.Command("echo") with
        {
            WorkingDirectory = AbsolutePath.Parse("/no/such/folder"),
        };

        var failure = await Assert.ThrowsAsync<ProgramNotStartedException>(() =>
            _runner.RunAsync(command, null, cancellationToken)
        );

        Assert.That(failure.Message, Does.Contain("directory: /no/such/folder"));
    }

    [Test]
    public async Task Thirty_programs_side_by_side_keep_their_output_apart(
        CancellationToken cancellationToken
    )
    {
        var numbers = Enumerable.Range(0, 30).Select(Name).ToArray();

        var outputs = await Task.WhenAll(
            numbers.Select(number =>
                _runner.ReadAsync(TestProgram.Command("echo", number), cancellationToken)
            )
        );

        Assert.That(outputs, Is.EqualTo(numbers));
    }

    private static string Name(int number) => number.ToString(CultureInfo.InvariantCulture);

    // Every act of the test program that waits announces its process number first.
    private static async Task<List<int>> CancelAsync(
        ProcessRunner runner,
        Command command,
        int processes,
        CancellationToken cancellationToken
    )
    {
        var ids = new List<int>();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        void Take(OutputLine line)
        {
            lock (ids)
            {
                ids.Add(int.Parse(line.Text.Split(' ')[1], CultureInfo.InvariantCulture));
                if (ids.Count == processes)
                {
                    cancel.Cancel();
                }
            }
        }

        await Assert.ThatAsync(
            () => runner.RunAsync(command, Take, cancel.Token),
            Throws.InstanceOf<OperationCanceledException>()
        );
        return ids;
    }

    private static bool IsGone(int id) => ProcessTable.Find(id) is null or { HasEnded: true };
}
