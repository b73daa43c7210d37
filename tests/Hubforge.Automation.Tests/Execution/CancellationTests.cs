namespace Hubforge.Automation.Tests.Execution;

public sealed class CancellationTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Test]
    [CancelAfter(20_000)]
    public async Task Ctrl_C_cancels_what_runs_and_starts_nothing_more()
    {
        var build = new Waiting();
        var run = _sandbox.RunAsync(build, "After", "Cleanup");
        await build.HasStarted;

        _sandbox.Cancel();
        var exitCode = await run;

        Assert.That(exitCode, Is.EqualTo(130));
        Assert.That(build.Ran, Is.EqualTo(["Cleanup"]));
        Assert.That(_sandbox.Output, Does.Match("Wait +Aborted").And.Match("After +Not run"));
        Assert.That(_sandbox.Output, Does.Contain("Build cancelled."));
    }

    [Test]
    [CancelAfter(20_000)]
    public async Task A_second_Ctrl_C_waits_only_for_programs_to_be_killed()
    {
        var build = new Waiting();
        var run = _sandbox.RunAsync(build, "Stubborn");
        await build.HasStarted;

        _sandbox.Cancel();
        _sandbox.CancelHard();
        var exitCode = await run;

        Assert.That(exitCode, Is.EqualTo(130));
        Assert.That(_sandbox.Output, Does.Match("Stubborn +Aborted"));
        build.Release();
    }

    [Test]
    [CancelAfter(20_000)]
    public async Task A_cancelled_run_is_recorded()
    {
        var build = new Waiting();
        var run = _sandbox.RunAsync(build, "Wait");
        await build.HasStarted;

        _sandbox.Cancel();
        await run;

        Assert.That(_sandbox.Read("artifacts/run.json"), Does.Contain("\"exitCode\": 130"));
    }

    private sealed class Waiting : RecordingBuild
    {
        private readonly TaskCompletionSource _started = new();
        private readonly TaskCompletionSource _release = new();

        public Task HasStarted => _started.Task.WaitAsync(TimeSpan.FromSeconds(15));

        Target Wait =>
            _ =>
                _.Executes(token =>
                {
                    _started.SetResult();
                    return Task.Delay(Timeout.Infinite, token);
                });

        Target After => _ => _.DependsOn(Wait).Executes(Mark);

        Target Cleanup => _ => _.DependsOn(Wait).AssuredAfterFailure().Executes(Mark);

        Target Stubborn =>
            _ =>
                _.Executes(() =>
                {
                    _started.SetResult();
                    return _release.Task.WaitAsync(TimeSpan.FromSeconds(15));
                });

        public void Release() => _release.SetResult();
    }
}
