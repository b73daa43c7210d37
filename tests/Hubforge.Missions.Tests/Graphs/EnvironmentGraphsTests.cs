using System.Formats.Tar;
using System.Text;
using Hubforge.Containers.Images;
using Hubforge.Containers.Running;
using Hubforge.Missions.Graphs;
using Hubforge.Missions.Images;
using Hubforge.Testing;

namespace Hubforge.Missions.Tests.Graphs;

[CancelAfter(30_000)]
public sealed class EnvironmentGraphsTests : IAsyncDisposable
{
    private const string Pip = """
        [{"package": {"package_name": "photlib", "installed_version": "0.2"},
          "dependencies": [{"package_name": "AstroBase", "installed_version": "2.0", "required_version": "<2"}]},
         {"package": {"package_name": "AstroBase", "installed_version": "2.0"}, "dependencies": []}]
        """;

    private const string Conda =
        """{"name": "python", "version": "3.11.2", "depends": ["openssl >=3", "__glibc >=2.17"]}""";

    private readonly MissionRepository _repository = new();
    private readonly FakeEngine _engine = new();

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        _repository.Dispose();
    }

    [Test]
    public async Task The_packages_of_pip_and_conda_are_drawn_together(
        CancellationToken cancellationToken
    )
    {
        Answer(0);

        var drawing = await DrawAsync([], cancellationToken);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                drawing.Graph.Packages.Keys,
                Is.EqualTo(["astrobase", "openssl", "photlib", "python"])
            );
            Assert.That(
                drawing.Graph.Conflicts.Select(edge => edge.To),
                Is.EqualTo(["astrobase", "openssl"]).AsCollection
            );
            Assert.That(
                await File.ReadAllTextAsync(drawing.Svg, cancellationToken),
                Is.EqualTo("svg")
            );
            Assert.That(
                await File.ReadAllTextAsync(drawing.Png, cancellationToken),
                Is.EqualTo("png")
            );
        }
    }

    [Test]
    public async Task A_package_that_is_not_there_is_named_with_what_was_meant(
        CancellationToken cancellationToken
    )
    {
        Answer(0);

        var failure = await Assert.ThrowsAsync<PackageNotInstalledException>(() =>
            DrawAsync(["astrobas", "photlib"], cancellationToken)
        );

        Assert.That(
            failure.Message,
            Does.Contain("does not have astrobas.")
                .And.Contain("AstroBase, openssl, photlib, python")
                .And.Contain("try:       --packages astrobase")
        );
    }

    [Test]
    public async Task An_image_without_the_programs_is_told_what_it_lacks(
        CancellationToken cancellationToken
    )
    {
        Answer(127);

        var failure = await Assert.ThrowsAsync<GraphNotDrawnException>(() =>
            DrawAsync([], cancellationToken)
        );

        Assert.That(
            failure.Message,
            Does.Contain("no command").And.Contain("bring pipdeptree").And.Contain("127")
        );
    }

    private static byte[] Folder()
    {
        using var memory = new MemoryStream();
        using (var writer = new TarWriter(memory))
        {
            writer.WriteEntry(new PaxTarEntry(TarEntryType.Directory, "hubforge-graph/"));
            writer.WriteEntry(
                new PaxTarEntry(TarEntryType.Directory, "hubforge-graph/conda-meta/")
            );
            foreach (
                var (name, text) in ((string, string)[])
                    [
                        ("pip.json", Pip),
                        ("conda-meta/python-3.11.2-0.json", Conda),
                        ("conda-meta/history", "==> today <=="),
                        ("graph.svg", "svg"),
                        ("graph.png", "png"),
                    ]
            )
            {
                writer.WriteEntry(
                    new PaxTarEntry(TarEntryType.RegularFile, $"hubforge-graph/{name}")
                    {
                        DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
                    }
                );
            }
        }

        return memory.ToArray();
    }

    private void Answer(int exitCode) =>
        _engine
            .Answer("POST /containers/create", FakeReply.Json("""{"Id":"c1"}""", 201))
            .Answer("POST /containers/c1/attach", FakeReply.Output((2, "error: no command\n")))
            .Answer("POST /containers/c1/start", FakeReply.Empty())
            .Answer("POST /containers/c1/wait", FakeReply.Json($$"""{"StatusCode":{{exitCode}}}"""))
            .Answer("PUT /containers/c1/archive", FakeReply.Empty())
            .Answer("GET /containers/c1/archive", FakeReply.Bytes(Folder()))
            .Answer("GET /containers/c1/json", FakeReply.Json("""{"Id":"c1","State":{}}"""))
            .Answer("DELETE /containers/c1", FakeReply.Empty());

    private async Task<EnvironmentDrawing> DrawAsync(
        string[] packages,
        CancellationToken cancellationToken
    )
    {
        await using var engine = await _engine.OpenAsync();
        var graphs = new EnvironmentGraphs(
            new ContainerRunner(engine, TimeProvider.System),
            new Artifacts(_repository.Root)
        );
        var mission = _repository.Demo;
        var order = new GraphOrder(
            ImageOrder.For(mission, new BuildOptions()),
            mission.GetEnvironment("astro")
        )
        {
            Packages = [.. packages],
        };
        return await graphs.DrawAsync(
            order,
            new Image { Id = "sha256:" + new string('1', 64) },
            new RecordingReporter(),
            cancellationToken
        );
    }
}
