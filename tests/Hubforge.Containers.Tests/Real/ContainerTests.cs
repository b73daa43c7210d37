using Hubforge.Containers.Running;
using Hubforge.Containers.Tests.Running;
using Hubforge.Processes;
using Hubforge.Testing;

namespace Hubforge.Containers.Tests.Real;

[Category("Engine")]
[CancelAfter(120_000)]
public sealed class ContainerTests
{
    private readonly TempDirectory _folder = new();
    private readonly List<OutputLine> _lines = [];
    private RealEngine _real = null!;
    private ImageReference _image = null!;

    [SetUp]
    public async Task MakeImage()
    {
        _real = await RealEngine.OpenAsync(CancellationToken.None);
        _image = await _real.MakeImageAsync(CancellationToken.None);
    }

    [TearDown]
    public async Task RemoveAll()
    {
        await _real.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task Files_go_in_the_program_runs_and_files_come_out(
        CancellationToken cancellationToken
    )
    {
        _folder.Write("in/name", "world");
        var run = new ContainerRun(
            Shell(
                "id -u; cat /opt/in/name; mkdir -p /opt/in/out; echo made > /opt/in/out/f; echo oops >&2; exit 3"
            )
        )
        {
            Inputs =
            [
                new ContainerCopy(_folder / "in", "/opt/in") { UserId = 1000, GroupId = 100 },
            ],
            Outputs = [new ContainerCopy(_folder / "out", "/opt/in/out")],
        };

        var result = await Runner()
            .RunAsync(
                run with
                {
                    Spec = run.Spec with { User = "jovyan" },
                },
                _lines.Add,
                cancellationToken
            );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(3));
            Assert.That(
                _lines,
                Is.EquivalentTo([
                    new OutputLine(false, "1000"),
                    new OutputLine(false, "world"),
                    new OutputLine(true, "oops"),
                ])
            );
            Assert.That(
                await File.ReadAllTextAsync(_folder / "out/f", cancellationToken),
                Is.EqualTo("made\n")
            );
            Assert.That(await RunsOfThisImageAsync(cancellationToken), Is.Empty);
        }
    }

    [Test]
    public async Task A_cancelled_run_leaves_no_container(CancellationToken cancellationToken)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        await Assert.ThatAsync(
            () =>
                Runner()
                    .RunAsync(
                        new ContainerRun(Shell("echo up; sleep 100"))
                        {
                            Patience = TimeSpan.FromSeconds(1),
                        },
                        _ => cancel.Cancel(),
                        cancel.Token
                    ),
            Throws.InstanceOf<OperationCanceledException>()
        );

        Assert.That(await RunsOfThisImageAsync(cancellationToken), Is.Empty);
    }

    [Test]
    public async Task A_container_of_an_ended_program_is_found_and_removed(
        CancellationToken cancellationToken
    )
    {
        var spec = Shell("sleep 100") with
        {
            Labels = ContainerSpecs.Labels(
                (ContainerRunner.RunLabel, "test"),
                (ContainerRunner.OwnerLabel, ProcessIdentity.Current + "9")
            ),
        };
        var id = await _real.Engine.Containers.CreateAsync(spec, cancellationToken);
        await _real.Engine.Containers.StartAsync(id, cancellationToken);

        await Runner().RemoveLeftoversAsync(cancellationToken);

        Assert.That(await _real.Engine.Containers.FindAsync(id, cancellationToken), Is.Null);
    }

    [Test]
    public async Task A_program_runs_in_a_running_container(CancellationToken cancellationToken)
    {
        var containers = _real.Engine.Containers;
        var id = await containers.CreateAsync(Shell("sleep 100"), cancellationToken);
        try
        {
            await containers.StartAsync(id, cancellationToken);

            var code = await containers.ExecuteAsync(
                id,
                new ContainerExec(["/bin/sh", "-c", "echo $X; exit 5"])
                {
                    Environment = ContainerSpecs.Variables(("X", "y")),
                },
                _lines.Add,
                cancellationToken
            );

            using (Assert.EnterMultipleScope())
            {
                Assert.That(code, Is.EqualTo(5));
                Assert.That(_lines, Is.EqualTo([new OutputLine(false, "y")]));
            }
        }
        finally
        {
            await containers.RemoveAsync(id, CancellationToken.None);
        }
    }

    [Test]
    public async Task Logs_of_an_ended_container_are_read(CancellationToken cancellationToken)
    {
        var containers = _real.Engine.Containers;
        var id = await containers.CreateAsync(Shell("echo one; echo two >&2"), cancellationToken);
        try
        {
            await containers.StartAsync(id, cancellationToken);
            await containers.WaitAsync(id, cancellationToken);

            await containers.ReadLogsAsync(id, follow: true, _lines.Add, cancellationToken);

            Assert.That(
                _lines,
                Is.EquivalentTo([new OutputLine(false, "one"), new OutputLine(true, "two")])
            );
        }
        finally
        {
            await containers.RemoveAsync(id, CancellationToken.None);
        }
    }

    private ContainerRunner Runner() => new(_real.Engine, TimeProvider.System);

    private ContainerSpec Shell(string script) =>
        new(_image.ToString()) { Command = ["/bin/sh", "-c", script], Network = "none" };

    private async Task<List<string>> RunsOfThisImageAsync(CancellationToken cancellationToken) =>
        [
            .. (await _real.Engine.Containers.ListAsync([RealEngine.Label], cancellationToken))
                .Where(container => container.Image == _image.ToString())
                .Select(container => container.Id),
        ];
}
