using Hubforge.Containers;
using Hubforge.Containers.Building;
using Hubforge.Containers.Images;
using Hubforge.Missions.Fingerprints;
using Hubforge.Missions.Images;
using Hubforge.Missions.Tests.Locks;
using Hubforge.Primitives;
using Hubforge.Processes;
using Hubforge.Testing;

namespace Hubforge.Missions.Tests.Images;

[CancelAfter(30_000)]
public sealed class MissionImagesTests : IAsyncDisposable
{
    private const string Name = "GET /images/hubforge/demo:latest/json";
    private const string Id =
        "sha256:1111111111111111111111111111111111111111111111111111111111111111";

    private readonly MissionRepository _repository = new();
    private readonly FakeEngine _engine = new();
    private readonly RecordingProcessRunner _processes = new();
    private readonly List<string> _context = [];

    private string _dockerfile = "";
    private string? _otherFingerprint;

    public MissionImagesTests()
    {
        _processes.Answer("/usr/bin/docker buildx build", new ScriptedRun { Act = BuildAsync });
        _engine.Answer(
            "GET /images/hubforge-base:common-base/json",
            FakeReply.Json($$"""{"Id":"{{Id.Replace('1', '2')}}"}""")
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        _repository.Dispose();
    }

    [Test]
    public async Task The_context_holds_only_what_the_image_needs(
        CancellationToken cancellationToken
    )
    {
        await BuildAsync(new BuildOptions(), cancellationToken);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                _context,
                Does.Contain("environments/astro/tests/real.ipynb")
                    .And.Contain("env-frozen/astro/requirements.txt")
                    .And.Contain("global_bashrc")
                    .And.Contain("Dockerfile")
            );
            Assert.That(
                _context,
                Has.None.Contains("mission.yml").And.None.Contains("Dockerfile.")
            );
            Assert.That(
                _dockerfile,
                Is.EqualTo("FROM scratch\nARG MISSION COMMON_IMAGE\n\nUSER jovyan\n")
            );
        }
    }

    [Test]
    public async Task Labels_tell_where_the_image_comes_from(CancellationToken cancellationToken)
    {
        await BuildAsync(
            new BuildOptions { Revision = "abc", Created = DateTimeOffset.UnixEpoch },
            cancellationToken
        );

        var words = Words();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(words, Does.Contain("org.opencontainers.image.title=demo"));
            Assert.That(words, Does.Contain("org.opencontainers.image.revision=abc"));
            Assert.That(
                words,
                Does.Contain("org.opencontainers.image.created=1970-01-01T00:00:00+00:00")
            );
            Assert.That(
                words,
                Does.Contain("org.opencontainers.image.base.name=hubforge-base:common-base")
            );
            Assert.That(
                words,
                Has.Some.StartsWith("org.opencontainers.image.base.digest=sha256:2222")
            );
            Assert.That(words, Has.Some.StartsWith("hubforge.fingerprint=sha256:"));
            Assert.That(words, Has.Some.StartsWith("hubforge.lock.astro=sha256:"));
        }
    }

    [Test]
    public async Task Only_declared_arguments_are_given(CancellationToken cancellationToken)
    {
        await BuildAsync(
            new BuildOptions
            {
                Variables = new BuildOptions().Variables.Add("PIP_INDEX_URL", "http://x.invalid"),
            },
            cancellationToken
        );

        var words = Words().ToList();
        var arguments = words.Where((_, index) => index > 0 && words[index - 1] == "--build-arg");
        Assert.That(
            arguments,
            Is.EqualTo(["COMMON_IMAGE=hubforge-common:common-base", "MISSION=demo"])
        );
    }

    [Test]
    public async Task A_login_is_a_secret_of_the_build_and_in_no_fingerprint(
        CancellationToken cancellationToken
    )
    {
        var options = new BuildOptions { Logins = [HostLogin.Parse("https://me:hush@x.invalid")] };

        await BuildAsync(options, cancellationToken);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Words(), Does.Contain("id=netrc,env=HUBFORGE_SECRET_0"));
            Assert.That(Words(), Has.None.Contains("hush"));
            Assert.That(
                _processes.Commands[^1].Environment["HUBFORGE_SECRET_0"]?.Reveal(),
                Is.EqualTo("machine x.invalid login me password hush\n")
            );
            Assert.That(Fingerprint(options), Is.EqualTo(Fingerprint(new BuildOptions())));
        }
    }

    [Test]
    public async Task An_image_gets_its_name_when_it_is_done_and_not_from_the_docker_program(
        CancellationToken cancellationToken
    )
    {
        await BuildAsync(new BuildOptions(), cancellationToken);

        var words = Words().ToList();
        var given = words[words.IndexOf("--tag") + 1];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(given, Does.Match("^hubforge/demo:building-[0-9a-f]{12}$"));
            Assert.That(
                _engine.Calls,
                Does.Contain($"POST /images/{Id}/tag?repo=hubforge/demo&tag=latest")
            );
            Assert.That(_engine.Calls, Has.Some.StartsWith($"DELETE /images/{given}"));
        }
    }

    [Test]
    public async Task An_image_that_another_build_slipped_in_gets_no_name(
        CancellationToken cancellationToken
    )
    {
        _otherFingerprint = "sha256:other";

        var failure = await Assert.ThrowsAsync<EngineException>(() =>
            BuildAsync(new BuildOptions(), cancellationToken)
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Message, Does.Contain("hubforge/demo:latest"));
            Assert.That(_engine.Calls, Has.None.Contains("/tag"));
        }
    }

    [Test]
    public async Task An_image_with_the_same_fingerprint_is_not_built_again(
        CancellationToken cancellationToken
    )
    {
        var fingerprints = new ImageFingerprints(new MissionInputs(_repository.Root));
        await LockFiles.WriteAsync(_repository, "linux/amd64", "1");
        var order = ImageOrder.For(_repository.Demo, new BuildOptions());
        AnswerImage(fingerprints.Mission(order));

        await EnsureAsync(order, cancellationToken);

        Assert.That(_processes.Commands, Is.Empty);
    }

    [Test]
    public async Task A_commit_changes_no_fingerprint_but_a_notebook_does(
        CancellationToken cancellationToken
    )
    {
        await LockFiles.WriteAsync(_repository, "linux/amd64", "1");
        var before = Fingerprint(new BuildOptions());
        var committed = Fingerprint(new BuildOptions { Revision = "abc" });
        await File.WriteAllTextAsync(
            _repository.Root / MissionRepository.Astro / "tests/real.ipynb",
            "{\"cells\": [1]}",
            cancellationToken
        );

        Assert.That(committed, Is.EqualTo(before));
        Assert.That(Fingerprint(new BuildOptions()), Is.Not.EqualTo(before));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void A_script_that_becomes_executable_changes_the_fingerprint()
    {
        const string Script = MissionRepository.Astro + "tests/test";
        _repository.Write(Script, "#!/bin/sh\n");
        var before = Fingerprint(new BuildOptions());

        _repository.Write(Script, "#!/bin/sh\n", isExecutable: true);

        Assert.That(Fingerprint(new BuildOptions()), Is.Not.EqualTo(before));
    }

    [Test]
    public void Missions_on_one_base_share_the_common_image()
    {
        _repository.Write("deployments/other/mission.yml", "base: { build: common/base }\n");
        var fingerprints = new ImageFingerprints(new MissionInputs(_repository.Root));
        var demo = ImageOrder.For(_repository.Demo, new BuildOptions());
        var other = ImageOrder.For(_repository.Deployments.Get("other"), new BuildOptions());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ImageNames.Common(other), Is.EqualTo(ImageNames.Common(demo)));
            Assert.That(fingerprints.Common(other), Is.EqualTo(fingerprints.Common(demo)));
        }
    }

    [Test]
    public async Task An_environment_without_a_lock_is_named_with_the_command_that_makes_one(
        CancellationToken cancellationToken
    )
    {
        var failure = await Assert.ThrowsAsync<MissingLocksException>(() =>
            EnsureAsync(ImageOrder.For(_repository.Demo, new BuildOptions()), cancellationToken)
        );

        Assert.That(failure.Message, Does.Contain("without:").And.Contain("astro"));
    }

    private string Fingerprint(BuildOptions options) =>
        new ImageFingerprints(new MissionInputs(_repository.Root)).Mission(
            ImageOrder.For(_repository.Demo, options)
        );

    private IReadOnlyList<string> Words() =>
        RecordingProcessRunner.WordsOf(_processes.Commands[^1]);

    private void AnswerImage(string fingerprint, string call = Name) =>
        _engine.Answer(
            call,
            FakeReply.Json(
                $$$"""{"Id":"{{{Id}}}","Config":{"Labels":{"hubforge.fingerprint":"{{{fingerprint}}}"} } }"""
            )
        );

    private async Task BuildAsync(BuildOptions options, CancellationToken cancellationToken)
    {
        _repository.Write(
            "deployments/demo/image/Dockerfile.custom",
            "FROM scratch\nARG MISSION COMMON_IMAGE\n"
        );
        await LockFiles.WriteAsync(_repository, "linux/amd64", "1");
        AnswerImage("sha256:older");
        await EnsureAsync(ImageOrder.For(_repository.Demo, options), cancellationToken);
    }

    private async Task<Image> EnsureAsync(ImageOrder order, CancellationToken cancellationToken)
    {
        await using var engine = await _engine.OpenAsync();
        var docker = new DockerCli(_processes, engine);
        var services = new ImageServices(
            engine,
            new ImageBuilder(engine, docker),
            new RegistryLogins(_processes, null)
        );
        var fingerprints = new ImageFingerprints(new MissionInputs(_repository.Root));
        return await new MissionImages(_repository.Root, services, fingerprints).EnsureAsync(
            order,
            new RecordingReporter(),
            cancellationToken
        );
    }

    private async Task BuildAsync(Command command, CancellationToken cancellationToken)
    {
        var words = RecordingProcessRunner.WordsOf(command).ToList();
        var context = AbsolutePath.Parse(words[^1]);
        _context.AddRange(
            Directory
                .EnumerateFiles(context, "*", SearchOption.AllDirectories)
                .Select(path => AbsolutePath.Parse(path).RelativeTo(context))
        );
        _dockerfile = await File.ReadAllTextAsync(context / "Dockerfile", cancellationToken);
        await File.WriteAllTextAsync(words[words.IndexOf("--iidfile") + 1], Id, cancellationToken);
        AnswerBuilt(words);
    }

    // The image that has the unfinished name when the build is done.
    private void AnswerBuilt(IReadOnlyList<string> words)
    {
        const string Fingerprint = "hubforge.fingerprint=";
        var name = words[words.ToList().IndexOf("--tag") + 1];
        var fingerprint =
            _otherFingerprint
            ?? words.Single(word => word.StartsWith(Fingerprint, StringComparison.Ordinal))[
                Fingerprint.Length..
            ];
        AnswerImage(fingerprint, $"GET /images/{name}/json");
        _engine
            .Answer($"POST /images/{Id}/tag", FakeReply.Empty(201))
            .Answer($"DELETE /images/{name}", FakeReply.Json($$"""[{"Untagged":"{{name}}"}]"""));
    }
}
