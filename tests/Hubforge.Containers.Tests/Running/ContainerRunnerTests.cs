using Hubforge.Containers.Running;
using Hubforge.Processes;
using Hubforge.Testing;

namespace Hubforge.Containers.Tests.Running;

[CancelAfter(30_000)]
public sealed class ContainerRunnerTests
{
    private readonly FakeEngine _fake = new();
    private readonly FakeClock _clock = new();

    [TearDown]
    public async Task StopEngine() => await _fake.DisposeAsync();

    [Test]
    public async Task A_run_ends_with_the_removal_of_its_container(
        CancellationToken cancellationToken
    )
    {
        AnswerMaking();
        _fake
            .Answer("POST /containers/c1/attach", FakeReply.Output((1, "hello\n")))
            .Answer("POST /containers/c1/wait", FakeReply.Json("""{"StatusCode":7}"""))
            .Answer(
                "GET /containers/c1/json",
                FakeReply.Json("""{"Id":"c1","State":{"OOMKilled":true}}""")
            );

        var result = await RunAsync(new ContainerRun(new ContainerSpec("demo")), cancellationToken);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(7));
            Assert.That(result.OutOfMemory, Is.True);
            Assert.That(_fake.Calls[^1], Is.EqualTo("DELETE /containers/c1?force=1&v=1"));
            Assert.That(_fake.Requests[0].Text, Does.Contain("\"hubforge.run\":\""));
        }
    }

    [Test]
    public async Task A_step_that_fails_removes_the_container_too(
        CancellationToken cancellationToken
    )
    {
        AnswerMaking();
        _fake.Answer("POST /containers/c1/attach", FakeReply.Error(500, "out of luck"));

        await Assert.ThatAsync(
            () => RunAsync(new ContainerRun(new ContainerSpec("demo")), cancellationToken),
            Throws.TypeOf<EngineException>()
        );

        Assert.That(_fake.Calls[^1], Is.EqualTo("DELETE /containers/c1?force=1&v=1"));
    }

    [Test]
    public async Task A_cancelled_run_stops_and_removes_the_container(
        CancellationToken cancellationToken
    )
    {
        AnswerMaking();
        _fake.Answer(
            "POST /containers/c1/attach",
            FakeReply.Output((1, "started\n")) with
            {
                Hangs = true,
            }
        );
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        await Assert.ThatAsync(
            () =>
                RunAsync(
                    new ContainerRun(new ContainerSpec("demo")),
                    cancel.Token,
                    _ => cancel.Cancel()
                ),
            Throws.InstanceOf<OperationCanceledException>()
        );

        Assert.That(
            _fake.Calls.TakeLast(2),
            Is.EqualTo(["POST /containers/c1/stop?t=5", "DELETE /containers/c1?force=1&v=1"])
        );
    }

    [Test]
    public async Task A_run_whose_time_is_up_is_a_timeout(CancellationToken cancellationToken)
    {
        AnswerMaking();
        _fake.Answer(
            "POST /containers/c1/attach",
            FakeReply.Output((1, "started\n")) with
            {
                Hangs = true,
            }
        );
        var run = new ContainerRun(new ContainerSpec("demo") { Command = ["sleep", "1 h"] })
        {
            Timeout = TimeSpan.FromSeconds(60),
        };

        var failure = await Assert.ThrowsAsync<TimeoutException>(() =>
            RunAsync(run, cancellationToken, _ => _clock.Advance(TimeSpan.FromSeconds(61)))
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                failure.Message,
                Does.Contain("limit:     60 s").And.Contain("sleep '1 h'")
            );
            Assert.That(_fake.Calls[^1], Is.EqualTo("DELETE /containers/c1?force=1&v=1"));
        }
    }

    [Test]
    public async Task Leftovers_of_ended_programs_only_are_removed(
        CancellationToken cancellationToken
    )
    {
        var own = ProcessIdentity.Current.ToString();
        _fake
            .Answer(
                "GET /containers/json",
                FakeReply.Json(
                    $$$"""
                    [{"Id":"mine","Names":["/a"],"Labels":{"hubforge.run":"1","hubforge.owner":"{{{own}}}"}},
                     {"Id":"dead","Names":["/b"],"Labels":{"hubforge.run":"2","hubforge.owner":"{{{own}}}9"}},
                     {"Id":"far","Names":["/c"],"Labels":{"hubforge.run":"3","hubforge.owner":"elsewhere/x/y 1 2"}},
                     {"Id":"odd","Names":["/d"],"Labels":{"hubforge.run":"4"}}]
                    """
                )
            )
            .Answer("DELETE /containers/dead", FakeReply.Empty());
        await using var engine = await _fake.OpenAsync();

        var removed = await new ContainerRunner(engine, _clock).RemoveLeftoversAsync(
            cancellationToken
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(removed, Is.EqualTo(["b"]));
            Assert.That(
                _fake.Calls,
                Is.EqualTo([
                    """GET /containers/json?all=1&filters={"label":["hubforge.run"]}""",
                    "DELETE /containers/dead?force=1&v=1",
                ])
            );
        }
    }

    private void AnswerMaking() =>
        _fake
            .Answer("POST /containers/create", FakeReply.Json("""{"Id":"c1"}""", 201))
            .Answer("POST /containers/c1/start", FakeReply.Empty())
            .Answer("POST /containers/c1/stop", FakeReply.Empty())
            .Answer("DELETE /containers/c1", FakeReply.Empty());

    private async Task<ContainerResult> RunAsync(
        ContainerRun run,
        CancellationToken cancellationToken,
        Action<OutputLine>? onLine = null
    )
    {
        await using var engine = await _fake.OpenAsync();
        return await new ContainerRunner(engine, _clock).RunAsync(
            run,
            onLine ?? (_ => { }),
            cancellationToken
        );
    }
}
