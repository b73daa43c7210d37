using Hubforge.Processes;
using Hubforge.Testing;

namespace Hubforge.Automation.Tests.Execution;

/// <summary>What becomes of real programs when a run is cancelled.</summary>
public sealed class ProcessTreesTests : IDisposable
{
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(1);

    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Test]
    [CancelAfter(90_000)]
    public async Task Ctrl_C_ends_five_targets_whose_programs_ignore_it()
    {
        var build = new Stubborn();
        var run = _sandbox.RunAsync(build, "All", "--jobs", "5");
        await build.AllRunAsync();

        var start = TimeProvider.System.GetTimestamp();
        _sandbox.Cancel();
        var exitCode = await run;

        Assert.That(exitCode, Is.EqualTo(130));
        Assert.That(
            TimeProvider.System.GetElapsedTime(start),
            Is.LessThan(TimeSpan.FromSeconds(20))
        );
        Assert.That(
            _sandbox.Output,
            Does.Match(@"Work\[1\] +Aborted").And.Match(@"Work\[5\] +Aborted")
        );
    }

    private sealed class Stubborn : HubforgeBuild
    {
        private readonly TaskCompletionSource _allRun = new();
        private int _started;
        private readonly ProcessRunner _processes = new(s_grace);

        Target Work =>
            _ =>
                _.ForEach([1, 2, 3, 4, 5])
                    .Executes(
                        (_, token) =>
                            _processes.RunAsync(
                                TestProgram.Command("ignore-signals", "60"),
                                _ => Count(),
                                token
                            )
                    );

        Target All => _ => _.DependsOn(Work);

        public Task AllRunAsync() => _allRun.Task.WaitAsync(TimeSpan.FromSeconds(60));

        private void Count()
        {
            if (Interlocked.Increment(ref _started) == 5)
            {
                _allRun.SetResult();
            }
        }
    }
}
