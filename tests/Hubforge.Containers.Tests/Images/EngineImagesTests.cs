using System.Text;
using Hubforge.Containers.Engine;
using Hubforge.Containers.Images;
using Hubforge.Primitives;
using Hubforge.Testing;

namespace Hubforge.Containers.Tests.Images;

[CancelAfter(30_000)]
public sealed class EngineImagesTests
{
    private const string Hash =
        "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private readonly FakeEngine _fake = new();
    private readonly RecordingReporter _reporter = new();

    [TearDown]
    public async Task StopEngine() => await _fake.DisposeAsync();

    [Test]
    public async Task An_image_is_inspected(CancellationToken cancellationToken)
    {
        _fake.Answer(
            "GET /images/lab.org/a/b:1/json",
            FakeReply.Json(
                """
                {"Id":"sha256:1","RepoTags":null,"RepoDigests":["lab.org/a/b@HASH"],"Architecture":"amd64","Os":"linux","Size":5,
                 "Config":{"Labels":{"x":"y"},"Env":["A=b"],"Cmd":null,"User":"jovyan"},"RootFS":{"Type":"layers","Layers":["sha256:2"]}}
                """.Replace("HASH", Hash, StringComparison.Ordinal)
            )
        );

        var image = await WithEngine(engine =>
            engine.Images.FindAsync("lab.org/a/b:1", cancellationToken)
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(image!.RepoTags, Is.Empty);
            Assert.That(image.FindDigest("lab.org/a/b").ToString(), Is.EqualTo(Hash));
            Assert.That(image.FindDigest("other"), Is.Null);
            Assert.That(image.Labels["x"], Is.EqualTo("y"));
            Assert.That(image.Config.Cmd, Is.Empty);
            Assert.That(image.Layers.DiffIds, Is.EqualTo(["sha256:2"]));
        }
    }

    [Test]
    public async Task An_absent_image_is_found_as_null_and_got_as_a_failure(
        CancellationToken cancellationToken
    )
    {
        _fake.Answer("GET /images/x/json", FakeReply.Error(404, "No such image: x"));
        await using var engine = await _fake.OpenAsync();

        var found = await engine.Images.FindAsync("x", cancellationToken);
        var failure = await Assert.ThrowsAsync<EngineException>(() =>
            engine.Images.GetAsync("x", cancellationToken)
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(found, Is.Null);
            Assert.That(failure.Status, Is.EqualTo(404));
            Assert.That(
                failure.Message,
                Is.EqualTo(
                    $"""
                    The engine could not inspect image 'x'.
                      reply:     No such image: x (status 404)
                      request:   GET /v1.41/images/x/json on {_fake.Address}
                      try:       list what the engine has with: docker images
                    """
                )
            );
        }
    }

    [Test]
    public async Task A_pull_reports_its_layers_and_returns_the_image(
        CancellationToken cancellationToken
    )
    {
        _fake
            .Answer(
                "POST /images/create",
                FakeReply.Json(
                    """
                    {"status":"Pulling from a/b","id":"1"}
                    {"status":"Downloading","progressDetail":{"current":1,"total":4},"id":"l1"}
                    {"status":"Digest: sha256:x"}
                    """
                )
            )
            .Answer("GET /images/lab.org/a/b:1/json", FakeReply.Json("""{"Id":"sha256:1"}"""));
        var pull = new ImagePull(ImageReference.Parse("lab.org/a/b:1"))
        {
            Platform = "linux/amd64",
            Credentials = new RegistryCredentials("me", new Secret("s3")),
        };

        var image = await WithEngine(engine =>
            engine.Images.PullAsync(pull, _reporter, cancellationToken)
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(image.Id, Is.EqualTo("sha256:1"));
            Assert.That(
                _fake.Calls[0],
                Is.EqualTo("POST /images/create?fromImage=lab.org/a/b&tag=1&platform=linux/amd64")
            );
            Assert.That(_reporter.Steps, Does.Contain(("l1", "Downloading", (double?)0.25)));
            Assert.That(
                Decode(_fake.Requests[0].Headers["x-registry-auth"]),
                Is.EqualTo("""{"username":"me","password":"s3","serveraddress":"lab.org"}""")
            );
        }
    }

    [Test]
    public async Task An_error_inside_a_stream_is_a_failure(CancellationToken cancellationToken)
    {
        _fake.Answer(
            "POST /images/create",
            FakeReply.Json(
                """
                {"status":"Pulling from a/b"}
                {"errorDetail":{"message":"manifest for a/b:1 not found"},"error":"manifest for a/b:1 not found"}
                """
            )
        );

        var failure = await Assert.ThrowsAsync<EngineException>(() =>
            WithEngine(engine =>
                engine.Images.PullAsync(
                    new ImagePull(ImageReference.Parse("a/b:1")),
                    _reporter,
                    cancellationToken
                )
            )
        );

        Assert.That(failure.Message, Does.Contain("manifest for a/b:1 not found"));
    }

    [Test]
    public async Task A_stream_that_breaks_off_is_a_failure(CancellationToken cancellationToken)
    {
        _fake.Answer(
            "POST /images/a/push",
            FakeReply.Json("""{"status":"Pushing","id":"l1"}""") with
            {
                BreaksOff = true,
            }
        );

        var failure = await Assert.ThrowsAsync<EngineException>(() =>
            WithEngine(engine =>
                engine.Images.PushAsync(
                    new ImagePush(ImageReference.Parse("a:1")),
                    _reporter,
                    cancellationToken
                )
            )
        );

        Assert.That(failure.Message, Does.Contain("the stream broke off"));
    }

    [Test]
    public async Task A_push_returns_the_digest(CancellationToken cancellationToken)
    {
        _fake.Answer(
            "POST /images/lab.org/a/push",
            FakeReply.Json(
                """
                {"status":"The push refers to repository [lab.org/a]"}
                {"status":"1: digest: HASH size: 7"}
                {"progressDetail":{},"aux":{"Tag":"1","Digest":"HASH","Size":7}}
                """.Replace("HASH", Hash, StringComparison.Ordinal)
            )
        );

        var digest = await WithEngine(engine =>
            engine.Images.PushAsync(
                new ImagePush(ImageReference.Parse("lab.org/a:1")),
                _reporter,
                cancellationToken
            )
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(digest.ToString(), Is.EqualTo(Hash));
            Assert.That(_fake.Calls, Is.EqualTo(["POST /images/lab.org/a/push?tag=1"]));
            Assert.That(Decode(_fake.Requests[0].Headers["x-registry-auth"]), Is.EqualTo("{}"));
        }
    }

    [Test]
    public async Task A_load_sends_the_archive_and_returns_the_names(
        CancellationToken cancellationToken
    )
    {
        _fake.Answer("POST /images/load", FakeReply.Json("""{"stream":"Loaded image: a:1\n"}"""));

        var names = await WithEngine(engine =>
            engine.Images.LoadAsync(
                (stream, token) => stream.WriteAsync("archive"u8.ToArray(), token).AsTask(),
                cancellationToken
            )
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(names, Is.EqualTo(["a:1"]));
            Assert.That(_fake.Requests[0].Text, Is.EqualTo("archive"));
        }
    }

    [Test]
    public async Task An_import_returns_the_image_id(CancellationToken cancellationToken)
    {
        _fake.Answer("POST /images/create", FakeReply.Json("""{"status":"sha256:1"}"""));

        var id = await WithEngine(engine =>
            engine.Images.ImportAsync(
                new ImageImport(ImageReference.Parse("root:1"))
                {
                    Changes = ["CMD sh", "LABEL a=b"],
                },
                (stream, token) => stream.WriteAsync("tar"u8.ToArray(), token).AsTask(),
                cancellationToken
            )
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(id, Is.EqualTo("sha256:1"));
            Assert.That(
                _fake.Calls,
                Is.EqualTo([
                    "POST /images/create?fromSrc=-&repo=root&tag=1&changes=CMD sh&changes=LABEL a=b",
                ])
            );
        }
    }

    [Test]
    public async Task Removing_tells_whether_it_was_there(CancellationToken cancellationToken)
    {
        _fake
            .Answer("DELETE /images/a:1", FakeReply.Json("""[{"Untagged":"a:1"}]"""))
            .Answer("DELETE /images/a:2", FakeReply.Error(404, "No such image"));
        await using var engine = await _fake.OpenAsync();

        var there = await engine.Images.RemoveAsync("a:1", force: true, cancellationToken);
        var absent = await engine.Images.RemoveAsync("a:2", force: false, cancellationToken);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((there, absent), Is.EqualTo((true, false)));
            Assert.That(
                _fake.Calls,
                Is.EqualTo(["DELETE /images/a:1?force=1", "DELETE /images/a:2"])
            );
        }
    }

    [Test]
    public async Task Listing_and_pruning_are_limited_by_label(CancellationToken cancellationToken)
    {
        _fake
            .Answer(
                "GET /images/json",
                FakeReply.Json("""[{"Id":"sha256:1","RepoTags":["<none>:<none>"],"Labels":null}]""")
            )
            .Answer(
                "POST /images/prune",
                FakeReply.Json("""{"ImagesDeleted":null,"SpaceReclaimed":7}""")
            );
        await using var engine = await _fake.OpenAsync();

        var images = await engine.Images.ListAsync(["a=b"], cancellationToken);
        var freed = await engine.Images.PruneAsync(["a=b"], cancellationToken);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(images[0].RepoTags, Is.Empty);
            Assert.That(freed, Is.EqualTo(7));
            Assert.That(
                _fake.Calls,
                Is.EqualTo([
                    """GET /images/json?filters={"label":["a=b"]}""",
                    """POST /images/prune?filters={"label":["a=b"]}""",
                ])
            );
            Assert.That(
                () => engine.Images.PruneAsync([], cancellationToken),
                Throws.ArgumentException
            );
        }
    }

    [Test]
    public async Task Tagging_and_saving_name_the_image(CancellationToken cancellationToken)
    {
        _fake
            .Answer("POST /images/sha256:1/tag", FakeReply.Empty(201))
            .Answer("GET /images/get", FakeReply.Bytes("tar"u8.ToArray()));
        await using var engine = await _fake.OpenAsync();

        await engine.Images.TagAsync(
            "sha256:1",
            ImageReference.Parse("lab.org/a"),
            cancellationToken
        );
        await using var archive = await engine.Images.SaveAsync(["a:1", "b:2"], cancellationToken);
        using var reader = new StreamReader(archive);
        var text = await reader.ReadToEndAsync(cancellationToken);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Is.EqualTo("tar"));
            Assert.That(
                _fake.Calls,
                Is.EqualTo([
                    "POST /images/sha256:1/tag?repo=lab.org/a&tag=latest",
                    "GET /images/get?names=a:1&names=b:2",
                ])
            );
        }
    }

    private static string Decode(string header) =>
        Encoding.UTF8.GetString(
            Convert.FromBase64String(header.Replace('-', '+').Replace('_', '/'))
        );

    private async Task<T> WithEngine<T>(Func<DockerEngine, Task<T>> act)
    {
        await using var engine = await _fake.OpenAsync();
        return await act(engine);
    }
}
