using System.IO.Compression;
using System.Text.Json;
using Hubforge.Containers.Oci;
using Hubforge.Testing;

namespace Hubforge.Containers.Tests.Oci;

[CancelAfter(60_000)]
public sealed class OciLayoutTests
{
    private static readonly byte[] s_bottom = ArchiveBuilder.Layer("bottom", 3_000_000);
    private static readonly byte[] s_top = ArchiveBuilder.Layer("top", 10_000);
    private static readonly byte[] s_other = ArchiveBuilder.Layer("other", 20_000);

    private readonly TempDirectory _folder = new();
    private readonly RecordingReporter _reporter = new();
    private readonly OciLayout _layout;

    public OciLayoutTests() => _layout = new OciLayout(_folder / "layout");

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public async Task An_archive_of_an_old_engine_becomes_a_layout()
    {
        var config = ArchiveBuilder.Config(s_bottom, s_top, s_bottom);

        var image = await PutAsync(
            ArchiveBuilder.Old(config, s_bottom, s_top, s_bottom),
            "demo",
            "demo-1"
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(image.Config.ToString(), Is.EqualTo(ArchiveBuilder.DigestOf(config)));
            Assert.That(await ReadAsync(image.Config), Is.EqualTo(config));
            Assert.That(await UnpackAsync(image.Layers[0]), Is.EqualTo(s_bottom));
            Assert.That(await UnpackAsync(image.Layers[1]), Is.EqualTo(s_top));
            Assert.That(image.Layers[2], Is.EqualTo(image.Layers[0]));
            Assert.That(image.ReusedLayers, Is.Zero);
            Assert.That(Blobs(), Has.Count.EqualTo(4));
            Assert.That(Text("oci-layout"), Is.EqualTo("""{"imageLayoutVersion":"1.0.0"}"""));
        }
    }

    [Test]
    public async Task An_archive_of_a_new_engine_becomes_the_same_image()
    {
        var config = ArchiveBuilder.Config(s_bottom, s_top);
        var old = await PutAsync(ArchiveBuilder.Old(config, s_bottom, s_top), "old");

        var other = new OciLayout(_folder / "other");
        var image = await PutAsync(other, ArchiveBuilder.New(config, s_bottom, s_top), "new");

        Assert.That(image.Manifest, Is.EqualTo(old.Manifest));
    }

    [Test]
    public async Task Compressed_layers_are_kept_as_they_came()
    {
        var packed = ArchiveBuilder.Gzip(s_top);

        var image = await PutAsync(
            ArchiveBuilder.New(ArchiveBuilder.Config(s_top), packed),
            "demo"
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(image.Layers[0].ToString(), Is.EqualTo(ArchiveBuilder.DigestOf(packed)));
            Assert.That(await ReadAsync(image.Layers[0]), Is.EqualTo(packed));
        }
    }

    [Test]
    public async Task Several_names_point_at_one_image()
    {
        var image = await PutAsync(
            ArchiveBuilder.Old(ArchiveBuilder.Config(s_top), s_top),
            "demo-1",
            "latest"
        );

        var index = JsonDocument.Parse(Text("index.json")).RootElement.GetProperty("manifests");
        var entries = index
            .EnumerateArray()
            .Select(entry =>
                (
                    entry.GetProperty("digest").GetString(),
                    entry
                        .GetProperty("annotations")
                        .GetProperty("org.opencontainers.image.ref.name")
                        .GetString()
                )
            );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                entries,
                Is.EqualTo([
                    (image.Manifest.ToString(), "demo-1"),
                    (image.Manifest.ToString(), "latest"),
                ])
            );
            Assert.That(
                (await _layout.FindAsync("latest", CancellationToken.None))!.Names,
                Is.EqualTo(["demo-1", "latest"])
            );
        }
    }

    [Test]
    public async Task Layers_that_are_there_are_used_again_and_replaced_ones_removed()
    {
        var first = await PutAsync(
            ArchiveBuilder.Old(ArchiveBuilder.Config(s_bottom, s_top), s_bottom, s_top),
            "demo"
        );

        var second = await PutAsync(
            ArchiveBuilder.Old(ArchiveBuilder.Config(s_bottom, s_other), s_bottom, s_other),
            "demo"
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(second.ReusedLayers, Is.EqualTo(1));
            Assert.That(second.Layers[0], Is.EqualTo(first.Layers[0]));
            Assert.That(
                Blobs(),
                Is.EquivalentTo([
                    second.Manifest.Hex,
                    second.Config.Hex,
                    second.Layers[0].Hex,
                    second.Layers[1].Hex,
                ])
            );
        }
    }

    [Test]
    public async Task A_wrong_hint_costs_time_only()
    {
        await PutAsync(ArchiveBuilder.Old(ArchiveBuilder.Config(s_top), s_top), "a");

        var image = await PutAsync(
            ArchiveBuilder.Old(ArchiveBuilder.Config(s_other), s_other),
            "b"
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await UnpackAsync(image.Layers[0]), Is.EqualTo(s_other));
            Assert.That(
                Text(".hubforge/layers.json"),
                Does.Contain(ArchiveBuilder.DigestOf(s_other))
                    .And.Not.Contain(ArchiveBuilder.DigestOf(s_top))
            );
        }
    }

    [Test]
    public async Task An_image_that_is_there_is_not_saved_again()
    {
        var config = ArchiveBuilder.Config(s_top);
        await PutAsync(ArchiveBuilder.Old(config, s_top), "demo-1");
        var source = new OciSource(_ => throw new InvalidOperationException("not needed"))
        {
            ImageId = Digest.Parse(ArchiveBuilder.DigestOf(config)),
        };

        var image = await _layout.PutAsync(source, ["demo-2"], _reporter, CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(image.ReusedLayers, Is.EqualTo(1));
            Assert.That(
                (await _layout.ListAsync(CancellationToken.None)).Single().Names,
                Is.EqualTo(["demo-1", "demo-2"])
            );
        }
    }

    [Test]
    public async Task Removing_the_last_name_removes_the_blobs()
    {
        await PutAsync(ArchiveBuilder.Old(ArchiveBuilder.Config(s_top), s_top), "a", "b");

        var first = await _layout.RemoveAsync(["a"], _reporter, CancellationToken.None);
        var second = await _layout.RemoveAsync(["b"], _reporter, CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first, Is.Zero);
            Assert.That(second, Is.GreaterThan(10_000));
            Assert.That(Blobs(), Is.Empty);
        }
    }

    [Test]
    public async Task An_archive_that_breaks_off_leaves_the_layout_as_it_was()
    {
        await PutAsync(ArchiveBuilder.Old(ArchiveBuilder.Config(s_top), s_top), "demo");
        var before = Text("index.json");
        var whole = ArchiveBuilder
            .Old(ArchiveBuilder.Config(s_bottom, s_other), s_bottom, s_other)
            .ToArray();

        await Assert.ThatAsync(
            () => PutAsync(new MemoryStream(whole[..1_000_000]), "demo"),
            Throws.TypeOf<OciLayoutException>()
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text("index.json"), Is.EqualTo(before));
            Assert.That(Unfinished(), Is.Empty);
        }
    }

    [Test]
    public async Task A_layer_that_is_not_what_the_image_names_is_refused()
    {
        var archive = ArchiveBuilder.Old(ArchiveBuilder.Config(s_top), s_other);

        var failure = await Assert.ThrowsAsync<OciLayoutException>(() => PutAsync(archive, "demo"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                failure.Message,
                Does.Contain($"the layer {ArchiveBuilder.DigestOf(s_top)} has the digest")
            );
            Assert.That(await _layout.ListAsync(CancellationToken.None), Is.Empty);
        }
    }

    [Test]
    public async Task What_a_killed_run_left_is_removed_by_the_next()
    {
        _folder.Write("layout/.hubforge/0123.tmp", "half a layer");

        await PutAsync(ArchiveBuilder.Old(ArchiveBuilder.Config(s_top), s_top), "demo");

        Assert.That(Unfinished(), Is.Empty);
    }

    [Test]
    public async Task Two_writers_take_turns()
    {
        var images = await Task.WhenAll(
            PutAsync(ArchiveBuilder.Old(ArchiveBuilder.Config(s_top), s_top), "a"),
            PutAsync(ArchiveBuilder.Old(ArchiveBuilder.Config(s_other), s_other), "b"),
            PutAsync(ArchiveBuilder.Old(ArchiveBuilder.Config(s_bottom), s_bottom), "c")
        );

        Assert.That(
            (await _layout.ListAsync(CancellationToken.None)).Select(image => image.Manifest),
            Is.EquivalentTo(images.Select(image => image.Manifest))
        );
    }

    [Test]
    public async Task A_cancelled_put_leaves_nothing_unfinished()
    {
        using var cancel = new CancellationTokenSource();
        var source = new OciSource(async _ =>
        {
            await cancel.CancelAsync();
            return ArchiveBuilder.Old(ArchiveBuilder.Config(s_bottom), s_bottom);
        });

        await Assert.ThatAsync(
            () => _layout.PutAsync(source, ["demo"], _reporter, cancel.Token),
            Throws.InstanceOf<OperationCanceledException>()
        );

        Assert.That(Unfinished(), Is.Empty);
    }

    [Test]
    public async Task What_others_put_in_is_left_alone()
    {
        await PutAsync(ArchiveBuilder.Old(ArchiveBuilder.Config(s_top), s_top), "demo");
        _folder.Write("layout/blobs/sha256/" + new string('a', 64), "of an artifact");
        var index = Text("index.json");
        _folder.Write(
            "layout/index.json",
            index.Replace(
                "\"manifests\":[",
                $$"""
                "manifests":[{"mediaType":"application/vnd.oci.image.index.v1+json","digest":"sha256:{{new string(
                    'a',
                    64
                )}}","size":14},
                """,
                StringComparison.Ordinal
            )
        );

        await PutAsync(ArchiveBuilder.Old(ArchiveBuilder.Config(s_other), s_other), "demo");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Blobs(), Has.Some.EqualTo(new string('a', 64)));
            Assert.That(
                Text("index.json"),
                Does.Contain("image.index.v1+json\",\"digest\":\"sha256:aaaa")
            );
        }
    }

    private Task<OciImage> PutAsync(MemoryStream archive, params string[] names) =>
        PutAsync(_layout, archive, names);

    private Task<OciImage> PutAsync(
        OciLayout layout,
        MemoryStream archive,
        params string[] names
    ) =>
        layout.PutAsync(
            new OciSource(_ =>
            {
                archive.Position = 0;
                return Task.FromResult<Stream>(new MemoryStream(archive.ToArray()));
            }),
            names,
            _reporter,
            CancellationToken.None
        );

    private string Text(string file) => File.ReadAllText(_layout.Folder / file);

    private Task<byte[]> ReadAsync(Digest digest) =>
        File.ReadAllBytesAsync(_layout.Folder / "blobs/sha256" / digest.Hex);

    private async Task<byte[]> UnpackAsync(Digest digest)
    {
        await using var gzip = new GZipStream(
            new MemoryStream(await ReadAsync(digest)),
            CompressionMode.Decompress
        );
        using var memory = new MemoryStream();
        await gzip.CopyToAsync(memory);
        return memory.ToArray();
    }

    private List<string> Blobs() =>
        [
            .. Directory
                .EnumerateFiles(_layout.Folder / "blobs/sha256")
                .Select(path => Path.GetFileName(path)),
        ];

    private List<string> Unfinished() =>
        [.. Directory.EnumerateFiles(_layout.Folder / ".hubforge", "*.tmp")];
}
