using Hubforge.Containers.Engine;
using Hubforge.Containers.Running;
using Hubforge.Primitives;
using Hubforge.Processes;
using Hubforge.Testing;

namespace Hubforge.Containers.Tests.Running;

[CancelAfter(30_000)]
public sealed class EngineContainersTests
{
    private readonly FakeEngine _fake = new();
    private readonly List<OutputLine> _lines = [];

    [TearDown]
    public async Task StopEngine() => await _fake.DisposeAsync();

    [Test]
    public async Task Every_property_of_a_spec_reaches_the_engine(
        CancellationToken cancellationToken
    )
    {
        _fake.Answer(
            "POST /containers/create",
            FakeReply.Json("""{"Id":"c1","Warnings":[]}""", 201)
        );
        var spec = new ContainerSpec("demo:1")
        {
            Name = "x",
            Command = ["run", new Secret("s3")],
            Entrypoint = ["tini", "--"],
            Environment = ContainerSpecs.Variables(("TOKEN", new Secret("t0k"))),
            Labels = ContainerSpecs.Labels(("a", "b")),
            User = "jovyan:users",
            WorkingDirectory = "/home/jovyan",
            Mounts =
            [
                ContainerMount.OfFolder("/src", "/opt/src") with
                {
                    ReadOnly = true,
                },
                ContainerMount.OfVolume("cache", "/cache"),
                ContainerMount.OfMemory("/tmp"),
            ],
            Ports = [new PublishedPort(8888)],
            Network = "host",
            Hosts = ["mirror:10.0.0.1"],
            Memory = 1024,
            SharedMemory = 2048,
            Terminal = true,
            NewPrivileges = false,
        };

        var id = await WithEngine(engine => engine.Containers.CreateAsync(spec, cancellationToken));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(id, Is.EqualTo("c1"));
            Assert.That(_fake.Calls, Is.EqualTo(["POST /containers/create?name=x"]));
            Approved.Matches(_fake.Requests[0].Text);
        }
    }

    [Test]
    public async Task A_small_spec_says_little(CancellationToken cancellationToken)
    {
        _fake.Answer("POST /containers/create", FakeReply.Json("""{"Id":"c1"}""", 201));

        await WithEngine(engine =>
            engine.Containers.CreateAsync(new ContainerSpec("demo:1"), cancellationToken)
        );

        Assert.That(
            _fake.Requests[0].Text,
            Is.EqualTo("""{"Image":"demo:1","Tty":false,"HostConfig":{"Init":true}}""")
        );
    }

    [Test]
    public async Task Both_streams_of_an_output_become_lines(CancellationToken cancellationToken)
    {
        _fake.Answer(
            "POST /containers/c1/attach",
            FakeReply.Output((1, "one\ntw"), (2, "bad\n"), (1, "o\n"), (1, "last"))
        );

        await WithEngine(async engine =>
        {
            await using var output = await engine.Containers.AttachAsync("c1", cancellationToken);
            await output.ReadAsync(_lines.Add, cancellationToken);
            return 0;
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                _lines,
                Is.EqualTo([
                    new OutputLine(false, "one"),
                    new OutputLine(true, "bad"),
                    new OutputLine(false, "two"),
                    new OutputLine(false, "last"),
                ])
            );
            Assert.That(
                _fake.Calls,
                Is.EqualTo(["POST /containers/c1/attach?stream=1&stdout=1&stderr=1"])
            );
        }
    }

    [Test]
    public async Task The_bare_output_of_a_terminal_becomes_lines(
        CancellationToken cancellationToken
    )
    {
        _fake.Answer(
            "GET /containers/c1/logs",
            FakeReply.Bytes("a terminal\r\nsays much\r\n"u8.ToArray())
        );

        await WithEngine(async engine =>
        {
            await engine.Containers.ReadLogsAsync(
                "c1",
                follow: true,
                _lines.Add,
                cancellationToken
            );
            return 0;
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_lines.Select(line => line.Text), Is.EqualTo(["a terminal", "says much"]));
            Assert.That(
                _fake.Calls,
                Is.EqualTo(["GET /containers/c1/logs?stdout=1&stderr=1&follow=1"])
            );
        }
    }

    [Test]
    public async Task Ending_and_removing_what_has_gone_is_no_failure(
        CancellationToken cancellationToken
    )
    {
        _fake
            .Answer("POST /containers/c1/kill", FakeReply.Error(409, "is not running"))
            .Answer("POST /containers/c1/stop", FakeReply.Empty(304))
            .Answer("DELETE /containers/c1", FakeReply.Error(404, "no such container"));

        await WithEngine(async engine =>
        {
            await engine.Containers.KillAsync("c1", "SIGINT", cancellationToken);
            await engine.Containers.StopAsync("c1", TimeSpan.FromSeconds(2.5), cancellationToken);
            await engine.Containers.RemoveAsync("c1", cancellationToken);
            return 0;
        });

        Assert.That(
            _fake.Calls,
            Is.EqualTo([
                "POST /containers/c1/kill?signal=SIGINT",
                "POST /containers/c1/stop?t=3",
                "DELETE /containers/c1?force=1&v=1",
            ])
        );
    }

    [Test]
    public async Task Waiting_returns_the_exit_code(CancellationToken cancellationToken)
    {
        _fake.Answer(
            "POST /containers/c1/wait",
            FakeReply.Json("""{"Error":null,"StatusCode":3}""")
        );

        var code = await WithEngine(engine => engine.Containers.WaitAsync("c1", cancellationToken));

        Assert.That(code, Is.EqualTo(3));
    }

    [Test]
    public async Task A_program_in_a_container_is_run(CancellationToken cancellationToken)
    {
        _fake
            .Answer("POST /containers/c1/exec", FakeReply.Json("""{"Id":"e1"}""", 201))
            .Answer("POST /exec/e1/start", FakeReply.Output((1, "hello\n")))
            .Answer("GET /exec/e1/json", FakeReply.Json("""{"Running":false,"ExitCode":4}"""));

        var code = await WithEngine(engine =>
            engine.Containers.ExecuteAsync(
                "c1",
                new ContainerExec(["echo", "hello"]) { User = "root" },
                _lines.Add,
                cancellationToken
            )
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.EqualTo(4));
            Assert.That(_lines, Is.EqualTo([new OutputLine(false, "hello")]));
            Assert.That(
                _fake.Requests[0].Text,
                Is.EqualTo(
                    """{"Cmd":["echo","hello"],"Env":[],"User":"root","AttachStdout":true,"AttachStderr":true}"""
                )
            );
        }
    }

    [Test]
    public async Task An_absent_path_is_found_as_null(CancellationToken cancellationToken)
    {
        _fake.Answer("GET /containers/c1/archive", FakeReply.Error(404, "Could not find the file"));

        var archive = await WithEngine(engine =>
            engine.Containers.FindArchiveAsync("c1", "/opt/x y", cancellationToken)
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(archive, Is.Null);
            Assert.That(_fake.Calls, Is.EqualTo(["GET /containers/c1/archive?path=/opt/x y"]));
        }
    }

    private async Task<T> WithEngine<T>(Func<DockerEngine, Task<T>> act)
    {
        await using var engine = await _fake.OpenAsync();
        return await act(engine);
    }
}
