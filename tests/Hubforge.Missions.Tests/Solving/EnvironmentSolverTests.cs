using System.Formats.Tar;
using System.Text;
using Hubforge.Containers.Engine;
using Hubforge.Containers.Images;
using Hubforge.Containers.Running;
using Hubforge.Missions.Fingerprints;
using Hubforge.Missions.Images;
using Hubforge.Missions.Locks;
using Hubforge.Missions.Solving;
using Hubforge.Missions.Specs;
using Hubforge.Missions.Tests.Locks;
using Hubforge.Primitives;
using Hubforge.Testing;

namespace Hubforge.Missions.Tests.Solving;

[CancelAfter(30_000)]
public sealed class EnvironmentSolverTests : IAsyncDisposable
{
    private const string Lock = "deployments/demo/image/env-frozen/astro/";

    private readonly MissionRepository _repository = new();
    private readonly FakeEngine _engine = new();
    private readonly RecordingReporter _reporter = new();
    private readonly Image _base = new() { Id = "sha256:" + new string('5', 64) };

    private DockerEngine? _client;

    public EnvironmentSolverTests() =>
        _engine
            .Answer("POST /volumes/create", FakeReply.Json("""{"Name":"cache"}""", 201))
            .Answer("POST /containers/create", FakeReply.Json("""{"Id":"c1"}""", 201))
            .Answer("PUT /containers/c1/archive", FakeReply.Empty(200))
            .Answer("POST /containers/c1/start", FakeReply.Empty())
            .Answer("POST /containers/c1/stop", FakeReply.Empty())
            .Answer("DELETE /containers/c1", FakeReply.Empty())
            .Answer(
                "GET /containers/c1/json",
                FakeReply.Json("""{"Id":"c1","State":{"Status":"exited"}}""")
            );

    public async ValueTask DisposeAsync()
    {
        await (_client?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _engine.DisposeAsync();
        _repository.Dispose();
    }

    [Test]
    public async Task A_solve_writes_the_lock_with_all_inputs_and_says_what_moved(
        CancellationToken cancellationToken
    )
    {
        Solves(("requirements.txt", LockFiles.Requirements), ("apt.lock", LockFiles.Apt));

        var result = await SolveAsync(Order(), cancellationToken);

        var manifest = result.Lock.Manifest!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Diff?.ToText(), Does.Contain("4 added, 0 removed, 0 changed"));
            Assert.That(manifest.Base, Is.EqualTo(new LockedBase("common/base", _base.Id)));
            Assert.That(manifest.Files.Keys, Is.EqualTo(["apt.lock", "requirements.txt"]));
            Assert.That(
                manifest.Inputs.Keys,
                Does.Contain("environments/astro/science.pip")
                    .And.Contain("environments/common-hints.pip")
                    .And.Contain("common/base/Dockerfile")
            );
            Assert.That(_engine.Calls, Has.Some.StartsWith("DELETE /containers/c1"));
        }
    }

    [Test]
    public async Task A_second_solve_with_nothing_changed_starts_no_container(
        CancellationToken cancellationToken
    )
    {
        Solves(("requirements.txt", LockFiles.Requirements));
        await SolveAsync(Order(), cancellationToken);
        var before = _engine.Requests.Count;

        var second = await SolveAsync(Order(), cancellationToken);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(second.WasCurrent, Is.True);
            Assert.That(_engine.Requests, Has.Count.EqualTo(before));
        }
    }

    [Test]
    public async Task Platforms_solved_side_by_side_have_a_lock_each(
        CancellationToken cancellationToken
    )
    {
        string[] platforms = ["linux/amd64", "linux/arm64"];
        Solves(("requirements.txt", LockFiles.Requirements));
        var order = Order();
        var solver = await SolverAsync();

        await Task.WhenAll(
            platforms.Select(platform =>
                solver.SolveAsync(
                    order with
                    {
                        Image = order.Image with { Platform = platform },
                    },
                    _base,
                    _reporter,
                    cancellationToken
                )
            )
        );

        var store = new LockStore(order.Mission);
        using (Assert.EnterMultipleScope())
        {
            foreach (var platform in platforms)
            {
                Assert.That(
                    store.Find("astro", platform)?.Manifest?.Platform,
                    Is.EqualTo(platform)
                );
            }

            Assert.That(
                _reporter.Messages.Select(line => line.Message),
                Has.Some.StartsWith("astro (linux/arm64): solving, there is no lock yet")
            );
        }
    }

    [Test]
    public async Task Another_manager_makes_the_lock_outdated(CancellationToken cancellationToken)
    {
        Solves(("requirements.txt", LockFiles.Requirements));
        var order = Order();
        await SolveAsync(order, cancellationToken);
        var mission = order.Mission with
        {
            Settings = order.Mission.Settings with { Manager = EnvironmentManager.Micromamba },
        };

        var state = new LockCheck(new MissionInputs(_repository.Root)).Check(
            mission,
            order.Environment,
            order.Image.Platform
        );

        Assert.That(
            state.Changes.Select(change => change.ToString()),
            Is.EqualTo(["manager of mission.yml changed"])
        );
    }

    [Test]
    public async Task Update_names_the_only_packages_that_may_move(
        CancellationToken cancellationToken
    )
    {
        await LockFiles.WriteAsync(_repository, "linux/amd64", "1.26.4");
        Solves(("requirements.txt", LockFiles.Requirements));

        await SolveAsync(Order() with { Update = ["numpy", "astropy"] }, cancellationToken);

        var created = _engine.Requests.Last(request => request.Path == "/containers/create");
        Assert.That(created.Text, Does.Contain("UPDATE_PACKAGES=numpy astropy"));
    }

    [Test]
    public async Task Logins_are_where_tools_look_for_them(CancellationToken cancellationToken)
    {
        Solves(("requirements.txt", LockFiles.Requirements));
        var order = Order();
        var options = new BuildOptions { Logins = [HostLogin.Parse("https://me:hush@x.invalid")] };

        await SolveAsync(
            order with
            {
                Image = order.Image with { Options = options },
            },
            cancellationToken
        );

        var created = _engine.Requests.Last(request => request.Path == "/containers/create");
        Assert.That(
            created.Text,
            Does.Contain("HUBFORGE_NETRC=machine x.invalid login me password hush")
                .And.Contain("/root/.netrc")
        );
    }

    [Test]
    public async Task A_failed_solve_is_explained_and_leaves_the_old_lock(
        CancellationToken cancellationToken
    )
    {
        await LockFiles.WriteAsync(_repository, "linux/amd64", "1.26.4");
        _repository.Write(MissionRepository.Astro + "science.pip", "numpy==9\n");
        _repository.Delete(MissionRepository.Astro + "build-hints.pip");
        var before = Snapshot();
        Fails(
            "ERROR: Could not find a version that satisfies the requirement numpy==9 (from versions: 1.25, 1.26)\nERROR: No matching distribution found for numpy==9\n"
        );

        var failure = await Assert.ThrowsAsync<EnvironmentNotSolvedException>(() =>
            SolveAsync(Order(), cancellationToken)
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Message, Does.Contain("science.pip:1: numpy==9"));
            Assert.That(Snapshot(), Is.EqualTo(before));
        }
    }

    [Test]
    public async Task A_result_that_cannot_be_trusted_leaves_the_old_lock(
        CancellationToken cancellationToken
    )
    {
        await LockFiles.WriteAsync(_repository, "linux/amd64", "1.26.4");
        var before = Snapshot();
        Solves(("requirements.txt", "numpy==1.26\n"));

        await Assert.ThrowsAsync<InvalidSpecsException>(() =>
            SolveAsync(Order() with { Force = true }, cancellationToken)
        );

        Assert.That(Snapshot(), Is.EqualTo(before));
    }

    [Test]
    public async Task The_container_gets_the_specs_but_neither_tests_nor_other_environments(
        CancellationToken cancellationToken
    )
    {
        _repository.Write(MissionRepository.Environments + "plain/plain.pip", "six\n");
        Solves(("requirements.txt", LockFiles.Requirements));

        await SolveAsync(Order(), cancellationToken);

        var put = _engine.Requests.First(request => request.Path == "/containers/c1/archive");
        var names = Names(put.Body.ToArray());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                names,
                Does.Contain("opt/environments/astro/science.pip")
                    .And.Contain("opt/environments/common-hints.pip")
                    .And.Contain("opt/common-env/common.pip")
            );
            Assert.That(names, Has.None.Contains("tests").And.None.Contains("plain"));
        }
    }

    private static List<string> Names(byte[] archive)
    {
        using var reader = new TarReader(new MemoryStream(archive));
        List<string> names = [];
        while (reader.GetNextEntry() is { } entry)
        {
            names.Add(entry.Name.TrimStart('.', '/'));
        }

        return names;
    }

    private static byte[] Archive(string folder, params (string Name, string Text)[] files)
    {
        using var memory = new MemoryStream();
        using (var writer = new TarWriter(memory))
        {
            foreach (var (name, text) in files)
            {
                writer.WriteEntry(
                    new PaxTarEntry(TarEntryType.RegularFile, $"{folder}/{name}")
                    {
                        DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
                    }
                );
            }
        }

        return memory.ToArray();
    }

    private void Solves(params (string Name, string Text)[] files) =>
        _engine
            .Answer("POST /containers/c1/attach", FakeReply.Output((1, "solving\n")))
            .Answer("POST /containers/c1/wait", FakeReply.Json("""{"StatusCode":0}"""))
            .Answer("GET /containers/c1/archive", FakeReply.Bytes(Archive("astro", files)));

    private void Fails(string output) =>
        _engine
            .Answer("POST /containers/c1/attach", FakeReply.Output((2, output)))
            .Answer("POST /containers/c1/wait", FakeReply.Json("""{"StatusCode":1}"""))
            .Answer("GET /containers/c1/archive", FakeReply.Error(404, "nothing"));

    private string Snapshot() =>
        string.Join(
            '\n',
            Directory
                .EnumerateFiles(_repository.Root / Lock)
                .Order(StringComparer.Ordinal)
                .Select(path => path + "\n" + File.ReadAllText(path))
        );

    private SolveOrder Order()
    {
        var mission = _repository.Demo;
        return new SolveOrder(
            ImageOrder.For(mission, new BuildOptions()),
            mission.GetEnvironment("astro")
        );
    }

    private async Task<SolveResult> SolveAsync(
        SolveOrder order,
        CancellationToken cancellationToken
    )
    {
        var solver = await SolverAsync();
        return await solver.SolveAsync(order, _base, _reporter, cancellationToken);
    }

    private async Task<EnvironmentSolver> SolverAsync()
    {
        _client ??= await _engine.OpenAsync();
        var inputs = new MissionInputs(_repository.Root);
        var runner = new ContainerRunner(_client, TimeProvider.System);
        var sandbox = new SolveSandbox(_repository.Root, _client, runner, inputs);
        var changes = new LockChanges(new Artifacts(_repository.Root));
        return new EnvironmentSolver(sandbox, new LockCheck(inputs), changes);
    }
}
