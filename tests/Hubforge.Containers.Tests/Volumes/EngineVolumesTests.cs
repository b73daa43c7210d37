using Hubforge.Testing;

namespace Hubforge.Containers.Tests.Volumes;

[CancelAfter(30_000)]
public sealed class EngineVolumesTests
{
    private readonly FakeEngine _fake = new();

    [TearDown]
    public async Task StopEngine() => await _fake.DisposeAsync();

    [Test]
    public async Task Volumes_are_made_listed_and_removed(CancellationToken cancellationToken)
    {
        _fake
            .Answer("POST /volumes/create", FakeReply.Json("""{"Name":"v","Labels":null}""", 201))
            .Answer("GET /volumes", FakeReply.Json("""{"Volumes":null,"Warnings":null}"""))
            .Answer("GET /volumes/v", FakeReply.Error(404, "no such volume"))
            .Answer("DELETE /volumes/v", FakeReply.Error(404, "no such volume"));
        await using var engine = await _fake.OpenAsync();

        var made = await engine.Volumes.EnsureAsync(
            "v",
            new Dictionary<string, string> { ["a"] = "b" },
            cancellationToken
        );
        var listed = await engine.Volumes.ListAsync(["a=b"], cancellationToken);
        var found = await engine.Volumes.FindAsync("v", cancellationToken);
        await engine.Volumes.RemoveAsync("v", cancellationToken);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(made.Name, Is.EqualTo("v"));
            Assert.That(listed, Is.Empty);
            Assert.That(found, Is.Null);
            Assert.That(_fake.Requests[0].Text, Is.EqualTo("""{"Name":"v","Labels":{"a":"b"}}"""));
            Assert.That(
                _fake.Calls,
                Is.EqualTo([
                    "POST /volumes/create",
                    """GET /volumes?filters={"label":["a=b"]}""",
                    "GET /volumes/v",
                    "DELETE /volumes/v",
                ])
            );
        }
    }

    [Test]
    public async Task A_volume_in_use_is_a_failure(CancellationToken cancellationToken)
    {
        _fake.Answer("DELETE /volumes/v", FakeReply.Error(409, "volume is in use - [c1]"));
        await using var engine = await _fake.OpenAsync();

        var failure = await Assert.ThrowsAsync<EngineException>(() =>
            engine.Volumes.RemoveAsync("v", cancellationToken)
        );

        Assert.That(failure.Message, Does.Contain("volume is in use - [c1] (status 409)"));
    }
}
