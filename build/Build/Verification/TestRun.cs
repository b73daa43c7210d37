using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.Build.Verification;

/// <summary>Runs the tests of one project of this solution, which must have been compiled before.</summary>
internal sealed class TestRun(IProcessRunner processes, AbsolutePath root, IReporter reporter)
{
    private AbsolutePath Results => root / "artifacts" / "verify";

    /// <summary>Returns what was counted; everything that the runner printed stays in <c>artifacts/verify/&lt;project&gt;.log</c>.</summary>
    /// <exception cref="TestsFailedException">A test failed, or none passed.</exception>
    public async Task<TestCounts> RunAsync(
        string project,
        TestTally tally,
        CancellationToken cancellationToken
    )
    {
        var trx = Results / $"{project}.trx";
        Directory.CreateDirectory(Results);
        File.Delete(trx);
        var command = new Command("dotnet")
            .With("test", (root / "tests" / project).ToString(), "--no-build", "--nologo")
            .With(
                "--logger",
                $"trx;LogFileName={project}.trx",
                "--logger",
                "console;verbosity=normal"
            )
            .With("--results-directory", Results.ToString()) with
        {
            WorkingDirectory = root,
            // The exit code says less than the counters, which also tell a run in which no test was found.
            AcceptedExitCodes = [0, 1],
        };
        var result = await processes.RunAsync(command, Show, cancellationToken);
        var log = Results / $"{project}.log";
        await AtomicFile.WriteTextAsync(log, result.Output + result.Error, cancellationToken);
        var results = trx.FileExists ? TrxFile.Read(trx) : TrxFile.Empty;
        tally.Add(results.Counts);
        return results.Counts is { Failed: 0, Passed: > 0 } && result.ExitCode == 0
            ? results.Counts
            : throw new TestsFailedException(project, results, log);
    }

    private void Show(OutputLine line)
    {
        var interesting =
            line.Text.TrimStart() is { } text
            && (text.StartsWith("Failed ", StringComparison.Ordinal) || line.IsError);
        reporter.Write(interesting ? Severity.Warning : Severity.Debug, line.Text);
    }
}
