using System.Text.Json;
using Hubforge.Containers.Building;
using Hubforge.Containers.Images;
using Hubforge.Missions.Images;
using Hubforge.Missions.Publishing;
using Hubforge.Missions.Testing;
using Hubforge.Testing;

namespace Hubforge.Missions.Tests.Publishing;

[CancelAfter(30_000)]
public sealed class ImagePublisherTests : IAsyncDisposable
{
    private const string Id =
        "sha256:1111111111111111111111111111111111111111111111111111111111111111";
    private const string Pushed =
        "sha256:3333333333333333333333333333333333333333333333333333333333333333";

    private readonly MissionRepository _repository = new();
    private readonly FakeEngine _engine = new();

    private readonly Image _image = new()
    {
        Id = Id,
        Config = new ImageSettings
        {
            Labels = new Dictionary<string, string>
            {
                ["org.opencontainers.image.revision"] = "abc",
                ["hubforge.lock.astro"] = "sha256:lock",
            },
        },
    };

    public ImagePublisherTests() =>
        _engine
            .Answer($"POST /images/{Id}/tag", FakeReply.Empty(201))
            .Answer(
                "POST /images/registry.invalid/demo/push",
                FakeReply.Json($$$"""{"aux":{"Tag":"latest","Digest":"{{{Pushed}}}","Size":1}}""")
            );

    private Artifacts Artifacts => new(_repository.Root);

    private PushOrder Order =>
        new(ImageOrder.For(_repository.Demo, new BuildOptions()))
        {
            Repository = "registry.invalid/demo",
        };

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        _repository.Dispose();
    }

    [Test]
    public async Task An_image_that_did_not_pass_is_not_pushed(CancellationToken cancellationToken)
    {
        await PassAsync("sha256:another", cancellationToken);

        var failure = await Assert.ThrowsAsync<UntestedImageException>(() =>
            PushAsync(cancellationToken)
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Message, Does.Contain("of image sha256:another"));
            Assert.That(_engine.Requests, Is.Empty);
            Assert.That(Artifacts.Push("demo").FileExists, Is.False);
        }
    }

    [Test]
    public async Task The_receipt_tells_digest_tags_image_locks_commit_and_place(
        CancellationToken cancellationToken
    )
    {
        await PassAsync(Id, cancellationToken);

        await PushAsync(cancellationToken);

        using var receipt = JsonDocument.Parse(
            await File.ReadAllTextAsync(Artifacts.Push("demo"), cancellationToken)
        );
        Assert.That(
            receipt.RootElement.EnumerateObject().Select(one => $"{one.Name} {one.Value}"),
            Is.EqualTo([
                "mission demo",
                "platform linux/amd64",
                "where registry.invalid/demo",
                $"digest {Pushed}",
                """
                tags [
                    "latest"
                  ]
                """,
                $"imageId {Id}",
                "commit abc",
                """
                locks {
                    "astro": "sha256:lock"
                  }
                """,
            ])
        );
    }

    [Test]
    public async Task What_was_pushed_is_known_until_image_place_or_tags_change(
        CancellationToken cancellationToken
    )
    {
        await PassAsync(Id, cancellationToken);
        await PushAsync(cancellationToken);

        await using var engine = await _engine.OpenAsync();
        var publisher = Publisher(engine);
        bool[] answers =
        [
            await publisher.IsPushedAsync(Order, _image, cancellationToken),
            await publisher.IsPushedAsync(Order, _image with { Id = "other" }, cancellationToken),
            await publisher.IsPushedAsync(Order with { Tags = ["v1"] }, _image, cancellationToken),
            await publisher.IsPushedAsync(
                Order with
                {
                    Repository = null,
                },
                _image,
                cancellationToken
            ),
        ];

        Assert.That(answers, Is.EqualTo([true, false, false, false]));
    }

    [Test]
    public async Task A_failed_push_leaves_no_receipt(CancellationToken cancellationToken)
    {
        await PassAsync(Id, cancellationToken);
        var order = Order with { Repository = "unreachable.invalid/demo" };
        await using var engine = await _engine.OpenAsync();

        await Assert.ThrowsAsync<Containers.EngineException>(() =>
            Publisher(engine).PushAsync(order, _image, new RecordingReporter(), cancellationToken)
        );

        Assert.That(Artifacts.Push("demo").FileExists, Is.False);
    }

    private async Task PushAsync(CancellationToken cancellationToken)
    {
        await using var engine = await _engine.OpenAsync();
        await Publisher(engine)
            .PushAsync(Order, _image, new RecordingReporter(), cancellationToken);
    }

    private ImagePublisher Publisher(Containers.Engine.DockerEngine engine)
    {
        var processes = new RecordingProcessRunner();
        var services = new ImageServices(
            engine,
            new ImageBuilder(engine, new DockerCli(processes, engine)),
            new RegistryLogins(processes, null)
        );
        return new ImagePublisher(services, new TestResults(Artifacts), Artifacts);
    }

    private Task PassAsync(string imageId, CancellationToken cancellationToken) =>
        new TestResults(Artifacts).WriteAsync(
            new TestReport
            {
                Mission = "demo",
                ImageId = imageId,
                Passed = true,
                Started = DateTimeOffset.UnixEpoch,
                Seconds = 1,
                ExitCode = 0,
                Tests = [],
            },
            cancellationToken
        );
}
