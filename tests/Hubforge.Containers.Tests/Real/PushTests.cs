using System.Text.Json;
using Hubforge.Containers.Images;
using Hubforge.Containers.Oci;
using Hubforge.Processes;
using Hubforge.Testing;

namespace Hubforge.Containers.Tests.Real;

[Category("Engine")]
[CancelAfter(120_000)]
public sealed class PushTests
{
    private readonly TempDirectory _folder = new();
    private readonly RecordingReporter _reporter = new();
    private readonly ProcessRunner _processes = new();
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
    public async Task A_pushed_image_is_pulled_back_with_its_digest(
        CancellationToken cancellationToken
    )
    {
        await using var registry = await Registry.StartAsync(cancellationToken);
        var target = ImageReference.Parse($"{registry.Address}/team/demo:1");
        var images = _real.Engine.Images;
        var id = (await images.GetAsync(_image.ToString(), cancellationToken)).Id;
        await images.TagAsync(id, target, cancellationToken);

        var digest = await images.PushAsync(new ImagePush(target), _reporter, cancellationToken);
        await images.RemoveAsync(target.ToString(), force: false, cancellationToken);
        var pulled = await images.PullAsync(
            new ImagePull(target.WithDigest(digest)),
            _reporter,
            cancellationToken
        );
        await images.RemoveAsync(
            target.WithDigest(digest).ToString(),
            force: false,
            cancellationToken
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pulled.Id, Is.EqualTo(id));
            Assert.That(pulled.FindDigest(target.Repository), Is.EqualTo(digest));
        }
    }

    [Test]
    public async Task A_registry_that_is_not_there_is_a_failure(CancellationToken cancellationToken)
    {
        var target = ImageReference.Parse("localhost:9/demo:1");
        await _real.Engine.Images.TagAsync(_image.ToString(), target, cancellationToken);
        _real.Remember(target.ToString());

        var failure = await Assert.ThrowsAsync<EngineException>(() =>
            _real.Engine.Images.PushAsync(new ImagePush(target), _reporter, cancellationToken)
        );

        Assert.That(
            failure.Message,
            Does.Contain("push image 'localhost:9/demo:1'").And.Contain("refused")
        );
    }

    [Test]
    public async Task Skopeo_reads_the_layout(CancellationToken cancellationToken)
    {
        var images = _real.Engine.Images;
        var id = (await images.GetAsync(_image.ToString(), cancellationToken)).Id;
        var layout = new OciLayout(_folder / "layout");

        var put = await layout.PutAsync(
            _real.Engine,
            id,
            ["demo-1", "latest"],
            _reporter,
            cancellationToken
        );

        var inspected = await SkopeoAsync(
            cancellationToken,
            "inspect",
            $"oci:{layout.Folder}:demo-1"
        );
        await SkopeoAsync(
            cancellationToken,
            "copy",
            $"oci:{layout.Folder}:latest",
            $"dir:{_folder / "copy"}"
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(put.Config.ToString(), Is.EqualTo(id));
            Assert.That(
                JsonDocument.Parse(inspected).RootElement.GetProperty("Digest").GetString(),
                Is.EqualTo(put.Manifest.ToString())
            );
            Assert.That((_folder / "copy" / put.Layers[0].Hex).FileExists, Is.True);
        }
    }

    [Test]
    public async Task Skopeo_brings_the_layout_into_the_engine_as_the_same_image(
        CancellationToken cancellationToken
    )
    {
        var images = _real.Engine.Images;
        var id = (await images.GetAsync(_image.ToString(), cancellationToken)).Id;
        var layout = new OciLayout(_folder / "layout");
        await layout.PutAsync(_real.Engine, id, ["demo"], _reporter, cancellationToken);
        await images.RemoveAsync(_image.ToString(), force: true, cancellationToken);

        await SkopeoAsync(
            cancellationToken,
            "copy",
            $"oci:{layout.Folder}:demo",
            $"docker-archive:{_folder / "demo.tar"}:{_image}"
        );
        await images.LoadAsync(
            async (stream, token) =>
            {
                await using var archive = File.OpenRead(_folder / "demo.tar");
                await archive.CopyToAsync(stream, token);
            },
            cancellationToken
        );

        Assert.That(
            (await images.GetAsync(_image.ToString(), cancellationToken)).Id,
            Is.EqualTo(id)
        );
    }

    private Task<string> SkopeoAsync(
        CancellationToken cancellationToken,
        params ReadOnlySpan<string> words
    )
    {
        var command = new Command("skopeo").With("--insecure-policy");
        foreach (var word in words)
        {
            command = command.With(word);
        }

        return _processes.ReadAsync(command, cancellationToken);
    }
}
