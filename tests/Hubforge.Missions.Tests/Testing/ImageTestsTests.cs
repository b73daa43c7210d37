using System.Formats.Tar;
using System.Text;
using Hubforge.Containers.Images;
using Hubforge.Containers.Running;
using Hubforge.Missions.Images;
using Hubforge.Missions.Testing;
using Hubforge.Testing;

namespace Hubforge.Missions.Tests.Testing;

[CancelAfter(30_000)]
public sealed class ImageTestsTests : IAsyncDisposable
{
    private const string Passed =
        """{"environment":"astro","phase":"imports","name":"numpy","outcome":"passed","seconds":1,"message":""}""";

    private const string Failed =
        """{"environment":"astro","phase":"notebooks","name":"a.ipynb","outcome":"failed","seconds":1,"message":"boom"}""";

    private readonly MissionRepository _repository = new();
    private readonly FakeEngine _engine = new();
    private readonly RecordingReporter _reporter = new();
    private readonly Image _image = new() { Id = "sha256:" + new string('1', 64) };

    private TestResults Results => new(new Artifacts(_repository.Root));

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        _repository.Dispose();
    }

    [Test]
    public async Task Tests_that_pass_are_recorded_against_the_image(
        CancellationToken cancellationToken
    )
    {
        Answer(0, Passed);

        await RunAsync([], cancellationToken);

        Assert.That(Results.HavePassed("demo", _image.Id), Is.True);
    }

    [Test]
    public async Task Every_failure_is_named_and_the_image_has_not_passed(
        CancellationToken cancellationToken
    )
    {
        Answer(1, Passed, Failed, Failed.Replace("a.ipynb", "b.ipynb", StringComparison.Ordinal));

        var failure = await Assert.ThrowsAsync<TestsFailedException>(() =>
            RunAsync([], cancellationToken)
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Message, Does.Contain("a.ipynb").And.Contain("b.ipynb"));
            Assert.That(Results.HavePassed("demo", _image.Id), Is.False);
            Assert.That(Results.Find("demo")?.Tests.Length, Is.EqualTo(3));
        }
    }

    [TestCase(0, "the report names a failure")]
    [TestCase(137, "the program was killed")]
    public async Task Exit_code_and_report_must_both_be_good(
        int exitCode,
        string reason,
        CancellationToken cancellationToken
    )
    {
        Answer(exitCode, exitCode == 0 ? Failed : Passed);

        await Assert.ThrowsAsync<TestsFailedException>(() => RunAsync([], cancellationToken));

        Assert.That(Results.HavePassed("demo", _image.Id), Is.False, reason);
    }

    [Test]
    public async Task A_choice_of_environments_never_counts_as_passed(
        CancellationToken cancellationToken
    )
    {
        Answer(0, Passed);

        await RunAsync(["astro"], cancellationToken);

        Assert.That(Results.HavePassed("demo", _image.Id), Is.False);
    }

    [Test]
    public async Task The_result_of_earlier_tests_is_gone_when_a_run_breaks_off(
        CancellationToken cancellationToken
    )
    {
        Answer(0, Passed);
        await RunAsync([], cancellationToken);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => RunAsync([], cancelled.Token));

        Assert.That(Results.HavePassed("demo", _image.Id), Is.False);
    }

    private static byte[] Report(string[] lines)
    {
        using var memory = new MemoryStream();
        using (var writer = new TarWriter(memory))
        {
            writer.WriteEntry(
                new PaxTarEntry(TarEntryType.RegularFile, "hubforge-report.jsonl")
                {
                    DataStream = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))),
                }
            );
        }

        return memory.ToArray();
    }

    private void Answer(int exitCode, params string[] lines) =>
        _engine
            .Answer("POST /containers/create", FakeReply.Json("""{"Id":"c1"}""", 201))
            .Answer("POST /containers/c1/attach", FakeReply.Output((1, "testing\n")))
            .Answer("POST /containers/c1/start", FakeReply.Empty())
            .Answer("POST /containers/c1/stop", FakeReply.Empty())
            .Answer("POST /containers/c1/wait", FakeReply.Json($$"""{"StatusCode":{{exitCode}}}"""))
            .Answer("GET /containers/c1/archive", FakeReply.Bytes(Report(lines)))
            .Answer("GET /containers/c1/json", FakeReply.Json("""{"Id":"c1","State":{}}"""))
            .Answer("DELETE /containers/c1", FakeReply.Empty());

    private async Task RunAsync(string[] only, CancellationToken cancellationToken)
    {
        await using var engine = await _engine.OpenAsync();
        var runner = new ContainerRunner(engine, TimeProvider.System);
        var order = new TestOrder(ImageOrder.For(_repository.Demo, new BuildOptions()))
        {
            Only = [.. only],
        };
        await new ImageTests(runner, Results, TimeProvider.System).RunAsync(
            order,
            _image,
            _reporter,
            cancellationToken
        );
    }
}
