namespace Hubforge.Automation.Tests.Execution;

public sealed class RetryTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Test]
    public async Task A_target_is_tried_again_after_a_failure()
    {
        var build = new Flaky { Failures = 2 };

        var exitCode = await _sandbox.RunAsync(build, "Pull");

        Assert.That(exitCode, Is.Zero);
        Assert.That(build.Tries, Is.EqualTo(3));
        Assert.That(_sandbox.Output, Does.Contain("Attempt 1 of 3 failed"));
    }

    [Test]
    public async Task The_last_failure_is_the_targets()
    {
        var build = new Flaky { Failures = 5 };

        var exitCode = await _sandbox.RunAsync(build, "Pull");

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(build.Tries, Is.EqualTo(3));
        Assert.That(_sandbox.Output, Does.Contain("no answer 3"));
    }

    private sealed class Flaky : HubforgeBuild
    {
        public int Failures { get; init; }

        public int Tries { get; private set; }

        Target Pull =>
            _ =>
                _.Retry(3, TimeSpan.FromMilliseconds(1))
                    .Executes(() =>
                    {
                        Tries++;
                        if (Tries <= Failures)
                        {
                            throw new TargetFailedException($"no answer {Tries}");
                        }
                    });
    }
}
