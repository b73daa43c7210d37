using Hubforge.Containers.Engine;
using Hubforge.Primitives;
using Hubforge.Testing;

namespace Hubforge.Containers.Tests.Engine;

[CancelAfter(30_000)]
public sealed class EngineFinderTests
{
    private readonly TempDirectory _folder = new();
    private readonly RecordingProcessRunner _processes = new();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public async Task The_given_engine_is_the_only_one_tried(CancellationToken cancellationToken)
    {
        await using var usual = new FakeEngine();

        var failure = await Assert.ThrowsAsync<EngineUnavailableException>(() =>
            OpenAsync(
                new EngineSearch { Given = "unix:///no/such.sock", UsualPlaces = [usual.Address] },
                cancellationToken
            )
        );

        Assert.That(failure.Rejected.Select(place => place.Source), Is.EqualTo(["--engine"]));
    }

    [Test]
    public async Task Docker_host_wins_over_the_usual_places(CancellationToken cancellationToken)
    {
        await using var named = new FakeEngine();
        await using var usual = new FakeEngine();

        await using var engine = await OpenAsync(
            new EngineSearch
            {
                DockerHost = named.Address.ToString(),
                UsualPlaces = [usual.Address],
            },
            cancellationToken
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(engine.Address, Is.EqualTo(named.Address));
            Assert.That(engine.Source, Is.EqualTo("DOCKER_HOST"));
        }
    }

    [Test]
    public async Task The_current_context_wins_over_the_usual_places(
        CancellationToken cancellationToken
    )
    {
        await using var named = new FakeEngine();
        await using var usual = new FakeEngine();
        WriteContext("lab", named.Address);
        _folder.Write("config.json", """{ "currentContext": "lab", }""");

        await using var engine = await OpenAsync(
            new EngineSearch
            {
                ConfigurationDirectory = _folder.Root,
                UsualPlaces = [usual.Address],
            },
            cancellationToken
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(engine.Address, Is.EqualTo(named.Address));
            Assert.That(engine.Source, Is.EqualTo("context lab"));
        }
    }

    [Test]
    public async Task A_context_that_is_not_there_is_reported_with_those_that_are(
        CancellationToken cancellationToken
    )
    {
        WriteContext("lab", EngineAddress.OfSocket(AbsolutePath.Parse("/x.sock")));

        var failure = await Assert.ThrowsAsync<EngineUnavailableException>(() =>
            OpenAsync(
                new EngineSearch { Given = "lap", ConfigurationDirectory = _folder.Root },
                cancellationToken
            )
        );

        Assert.That(
            failure.Message,
            Does.Contain("no docker context of that name; there are: lab")
        );
    }

    [Test]
    public async Task Every_rejected_place_is_in_the_message_with_its_reason(
        CancellationToken cancellationToken
    )
    {
        await using var old = new FakeEngine("1.24");
        var nothing = EngineAddress.OfSocket(_folder / "no.sock");

        var failure = await Assert.ThrowsAsync<EngineUnavailableException>(() =>
            OpenAsync(new EngineSearch { UsualPlaces = [nothing, old.Address] }, cancellationToken)
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Message, Does.Contain("no.sock: there is no such socket"));
            Assert.That(failure.Message, Does.Contain("it speaks API 1.24; 1.41"));
            Assert.That(failure.Message, Does.Contain("try:       start the engine"));
        }
    }

    [TestCase("1.41", "1.41")]
    [TestCase("1.47", "1.47")]
    [TestCase("1.99", "1.51")]
    public async Task The_newest_version_both_speak_is_used(string offered, string agreed)
    {
        await using var fake = new FakeEngine(offered);
        fake.Answer("GET /version", FakeReply.Json("""{"Version":"x","ApiVersion":"y"}"""));

        await using var engine = await fake.OpenAsync();
        await engine.System.GetVersionAsync(CancellationToken.None);

        Assert.That(fake.Requests[0].Target, Is.EqualTo($"/v{agreed}/version"));
    }

    [Test]
    public async Task An_engine_behind_ssh_is_reached_through_a_forwarded_socket(
        CancellationToken cancellationToken
    )
    {
        await using var fake = new FakeEngine();
        _processes.Answer(
            "ssh",
            new ScriptedRun { Act = (command, token) => ForwardAsync(fake, command, token) }
        );

        await using (
            var engine = await OpenAsync(
                new EngineSearch { Given = "ssh://me@lab:2222" },
                cancellationToken
            )
        )
        {
            Assert.That(engine.Address.Scheme, Is.EqualTo("unix"));
        }

        var words = RecordingProcessRunner.WordsOf(_processes.Commands[0]);
        Assert.That(words.TakeLast(6), Is.EqualTo(["-l", "me", "-p", "2222", "--", "lab"]));
    }

    [Test]
    public async Task An_ssh_that_fails_is_a_reason(CancellationToken cancellationToken)
    {
        _processes.Answer("ssh", exitCode: 255, stderr: "Permission denied (publickey).");

        var failure = await Assert.ThrowsAsync<EngineUnavailableException>(() =>
            OpenAsync(new EngineSearch { Given = "ssh://lab" }, cancellationToken)
        );

        Assert.That(failure.Message, Does.Contain("ssh: Permission denied (publickey)."));
    }

    [Test]
    public void The_docker_clients_variables_are_read()
    {
        var variables = new Dictionary<string, string>
        {
            ["DOCKER_HOST"] = "tcp://lab:2376",
            ["DOCKER_TLS_VERIFY"] = "1",
            ["DOCKER_CERT_PATH"] = "/certificates",
            ["HOME"] = "/home/me",
            ["XDG_RUNTIME_DIR"] = "/run/user/1000",
        };

        var search = EngineSearch.From(null, name => variables.GetValueOrDefault(name));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(search.DockerHost, Is.EqualTo("tcp://lab:2376"));
            Assert.That(search.UseTls, Is.True);
            Assert.That(search.ConfigurationDirectory!.ToString(), Is.EqualTo("/home/me/.docker"));
            Assert.That(
                search.UsualPlaces.Select(place => place.ToString()),
                Is.EqualTo([
                    "unix:///var/run/docker.sock",
                    "unix:///run/user/1000/docker.sock",
                    "unix:///home/me/.docker/run/docker.sock",
                    "unix:///run/user/1000/podman/podman.sock",
                    "unix:///run/podman/podman.sock",
                ])
            );
        }
    }

    // What ssh does: the near end appears as a socket, here as a link to the fake engine's.
    private static async Task ForwardAsync(
        FakeEngine fake,
        Hubforge.Processes.Command command,
        CancellationToken cancellationToken
    )
    {
        var words = RecordingProcessRunner.WordsOf(command);
        var near = words[words.ToList().IndexOf("-L") + 1].Split(':')[0];
        File.CreateSymbolicLink(near, fake.Address.ToString()["unix://".Length..]);
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    private Task<DockerEngine> OpenAsync(
        EngineSearch search,
        CancellationToken cancellationToken
    ) => new EngineFinder(_processes).OpenAsync(search, cancellationToken);

    private void WriteContext(string name, EngineAddress address)
    {
        var id = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name))
        );
        _folder.Write(
            $"contexts/meta/{id}/meta.json",
            $$$$"""{"Name":"{{{{name}}}}","Metadata":{},"Endpoints":{"docker":{"Host":"{{{{address}}}}","SkipTLSVerify":false}}}"""
        );
    }
}
