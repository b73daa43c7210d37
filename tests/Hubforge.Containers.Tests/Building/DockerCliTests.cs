using System.Collections.Immutable;
using Hubforge.Containers.Building;
using Hubforge.Primitives;
using Hubforge.Testing;

namespace Hubforge.Containers.Tests.Building;

[CancelAfter(30_000)]
public sealed class DockerCliTests
{
    private const string Old = "Docker version 20.10.24+dfsg1, build 297e128";
    private const string New = "Docker version 28.2.2, build e6534b4";

    private readonly FakeEngine _fake = new();
    private readonly RecordingProcessRunner _processes = new();
    private readonly RecordingReporter _reporter = new();

    [TearDown]
    public async Task StopEngine() => await _fake.DisposeAsync();

    [Test]
    public async Task A_program_without_buildkit_is_passed_over()
    {
        _processes
            .Place("docker", "/new/docker", "/old/docker")
            .Answer("/new/docker buildx", exitCode: 1)
            .Answer("/new/docker --version", New)
            .Answer("/old/docker buildx", exitCode: 1)
            .Answer("/old/docker --version", Old);

        var program = await new DockerProgramSearch(_processes).FindAsync(
            needsBuildx: false,
            CancellationToken.None
        );

        Assert.That(program, Is.EqualTo(new DockerProgram("/old/docker", HasBuildx: false)));
    }

    [Test]
    public async Task A_program_with_buildx_wins()
    {
        _processes
            .Place("docker", "/old/docker", "/new/docker")
            .Answer("/old/docker buildx", exitCode: 1)
            .Answer("/old/docker --version", Old)
            .Answer("/new/docker buildx version", "github.com/docker/buildx v0.20");

        var program = await new DockerProgramSearch(_processes).FindAsync(
            needsBuildx: false,
            CancellationToken.None
        );

        Assert.That(program, Is.EqualTo(new DockerProgram("/new/docker", HasBuildx: true)));
    }

    [Test]
    public async Task Every_program_that_cannot_build_is_in_the_message()
    {
        _processes
            .Place("docker", "/old/docker", "/new/docker")
            .Answer("/old/docker buildx", exitCode: 1)
            .Answer("/old/docker --version", Old)
            .Answer("/new/docker buildx", exitCode: 1)
            .Answer("/new/docker --version", New);

        var failure = await Assert.ThrowsAsync<BuildKitMissingException>(() =>
            new DockerProgramSearch(_processes).FindAsync(needsBuildx: true, CancellationToken.None)
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Message, Does.Contain($"/old/docker: {Old}, without buildx"));
            Assert.That(failure.Message, Does.Contain($"/new/docker: {New}, without buildx"));
        }
    }

    [Test]
    public async Task Every_property_of_a_build_is_an_argument()
    {
        using var folder = new TempDirectory();
        await using var engine = await _fake.OpenAsync();
        var build = new ImageBuild(Path("/context"), Path("/context/Dockerfile"))
        {
            Tags = [ImageReference.Parse("a:1"), ImageReference.Parse("a:2")],
            Arguments = ImmutableSortedDictionary<string, string>.Empty.Add("X", "y z"),
            Labels = ImmutableSortedDictionary<string, string>.Empty.Add("l", "v"),
            Secrets =
            [
                BuildSecret.OfFile("netrc", Path("/home/me/.netrc")),
                BuildSecret.OfValue("token", new Secret("s3")),
            ],
            Target = "mission",
            Platform = "linux/amd64",
            Network = "host",
            Hosts = ["mirror:10.0.0.1"],
            NoCache = true,
            Pull = true,
        };

        var command = new DockerCli(_processes, engine) { Builder = "farm" }.ToCommand(
            new DockerProgram("/usr/bin/docker", HasBuildx: true),
            build,
            Path("/tmp/id")
        );

        using (Assert.EnterMultipleScope())
        {
            Approved.Matches(string.Join('\n', RecordingProcessRunner.WordsOf(command)));
            Assert.That(command.Environment["HUBFORGE_SECRET_1"]!.Value.Reveal(), Is.EqualTo("s3"));
            Assert.That(
                command.Environment["DOCKER_HOST"]!.Value.Reveal(),
                Is.EqualTo(_fake.Address.ToString())
            );
            Assert.That(command.ToString(), Does.Not.Contain("s3"));
        }
    }

    [Test]
    public async Task A_build_reports_steps_and_returns_the_image_id(
        CancellationToken cancellationToken
    )
    {
        AnswerBuild(
            new ScriptedRun(0, "", BuildLogs.Good)
            {
                Act = (command, token) =>
                {
                    var words = RecordingProcessRunner.WordsOf(command).ToList();
                    return File.WriteAllTextAsync(
                        words[words.IndexOf("--iidfile") + 1],
                        "sha256:1\n",
                        token
                    );
                },
            }
        );

        var image = await BuildAsync(cancellationToken);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(image, Is.EqualTo(new BuiltImage("sha256:1", RanSteps: 2, CachedSteps: 1)));
            Assert.That(
                _reporter.Steps.Select(step => $"{step.Subject}: {step.State}"),
                Is.EqualTo([
                    "[1/3] FROM docker.io/library/root: running",
                    "[1/3] FROM docker.io/library/root: done in 0.0s",
                    "[2/3] RUN make: running",
                    "[3/3] COPY a b: running",
                    "[3/3] COPY a b: cached",
                    "[2/3] RUN make: done in 1.2s",
                ])
            );
            Assert.That(_reporter.Messages, Has.Some.EqualTo((Severity.Debug, "#6 0.3 making")));
        }
    }

    [Test]
    public async Task A_failing_step_is_named_with_its_last_lines(
        CancellationToken cancellationToken
    )
    {
        AnswerBuild(new ScriptedRun(1, "", BuildLogs.Bad));

        var failure = await Assert.ThrowsAsync<EngineException>(() =>
            BuildAsync(cancellationToken)
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                failure.Message,
                Does.StartWith("The engine could not build the step [2/2] RUN make.")
            );
            Assert.That(failure.Message, Does.Contain("no rule to make target"));
            Assert.That(failure.Message, Does.Not.Contain("other step"));
        }
    }

    [Test]
    public async Task An_engine_without_buildkit_is_called_so(CancellationToken cancellationToken)
    {
        AnswerBuild(new ScriptedRun(1, "", "ERROR: buildkit not supported by daemon"));

        var failure = await Assert.ThrowsAsync<EngineException>(() =>
            BuildAsync(cancellationToken)
        );

        Assert.That(failure.Message, Does.Contain("build with BuildKit: it has none"));
    }

    private static AbsolutePath Path(string path) => AbsolutePath.Parse(path);

    private void AnswerBuild(ScriptedRun run) =>
        _processes
            .Answer("/usr/bin/docker buildx", exitCode: 1)
            .Answer("/usr/bin/docker --version", Old)
            .Answer("/usr/bin/docker build", run);

    private async Task<BuiltImage> BuildAsync(CancellationToken cancellationToken)
    {
        await using var engine = await _fake.OpenAsync();
        return await new DockerCli(_processes, engine).BuildAsync(
            new ImageBuild(Path("/context"), Path("/context/Dockerfile")),
            _reporter,
            cancellationToken
        );
    }
}
