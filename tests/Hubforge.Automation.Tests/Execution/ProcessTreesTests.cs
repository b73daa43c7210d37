using System.Collections.Concurrent;
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
    [Platform("Linux")]
    public async Task Ctrl_C_ends_five_targets_whose_programs_and_their_children_ignore_it()
    {
        var build = new Stubborn();
        var run = _sandbox.RunAsync(build, "All", "--jobs", "5");
        var processes = await build.AllRunAsync();

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
        Assert.That(processes, Has.Length.EqualTo(10));
        Assert.That(processes.Where(IsAlive), Is.Empty);
    }

    // What was killed and not yet collected by its parent does nothing any more.
    private static bool IsAlive(string process)
    {
        try
        {
            var state = File.ReadAllText($"/proc/{process}/stat");
            return state[state.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private sealed class Stubborn : HubforgeBuild
    {
        private const int Programs = 10;

        private readonly TaskCompletionSource _allRun = new();
        private readonly ConcurrentBag<string> _numbers = [];
        private readonly ProcessRunner _processes = new(s_grace);

        Target Work =>
            _ =>
                _.ForEach([1, 2, 3, 4, 5])
                    .Executes(
                        (_, token) =>
                            _processes.RunAsync(
                                TestProgram.Command("spawn-child", "60", "ignore-signals", "60"),
                                line => Count(line.Text),
                                token
                            )
                    );

        Target All => _ => _.DependsOn(Work);

        /// <summary>Waits until all programs and their children run, and returns their numbers.</summary>
        public async Task<string[]> AllRunAsync()
        {
            await _allRun.Task.WaitAsync(TimeSpan.FromSeconds(60));
            return [.. _numbers];
        }

        private void Count(string line)
        {
            _numbers.Add(line["process ".Length..]);
            if (_numbers.Count == Programs)
            {
                _allRun.TrySetResult();
            }
        }
    }
}
