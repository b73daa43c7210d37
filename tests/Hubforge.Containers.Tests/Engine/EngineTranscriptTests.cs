using Hubforge.Containers.Engine;
using Hubforge.Testing;

namespace Hubforge.Containers.Tests.Engine;

[CancelAfter(30_000)]
public sealed class EngineTranscriptTests
{
    private readonly FakeEngine _fake = new();
    private readonly EngineTranscript _transcript = new();

    [TearDown]
    public async Task StopEngine() => await _fake.DisposeAsync();

    [Test]
    public async Task What_was_read_is_noted_once_with_the_version(CancellationToken token)
    {
        _fake.Answer("GET /images/a:1/json", FakeReply.Json("""{"Id":"sha256:1"}"""));
        await using var engine = await OpenAsync(token);

        await engine.Images.FindAsync("a:1", token);
        await engine.Images.FindAsync("a:1", token);

        Assert.That(_transcript.Questions, Is.EqualTo(["/v1.41/images/a%3A1/json"]));
    }

    [Test]
    public async Task An_order_among_the_questions_leaves_nothing_to_ask_again(
        CancellationToken token
    )
    {
        _fake.Answer("GET /images/a:1/json", FakeReply.Json("""{"Id":"sha256:1"}"""));
        _fake.Answer("POST /containers/c/start", FakeReply.Json("{}"));
        await using var engine = await OpenAsync(token);

        await engine.Images.FindAsync("a:1", token);
        await engine.Containers.StartAsync("c", token);

        Assert.That(_transcript.Questions, Is.Null);
    }

    private Task<DockerEngine> OpenAsync(CancellationToken cancellationToken) =>
        new EngineFinder(new RecordingProcessRunner()) { Transcript = _transcript }.OpenAsync(
            new EngineSearch { Given = _fake.Address.ToString() },
            cancellationToken
        );
}
