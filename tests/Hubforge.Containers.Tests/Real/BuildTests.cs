using System.Collections.Immutable;
using Hubforge.Containers.Building;
using Hubforge.Primitives;
using Hubforge.Processes;
using Hubforge.Testing;

namespace Hubforge.Containers.Tests.Real;

[Category("Engine")]
[CancelAfter(180_000)]
public sealed class BuildTests
{
    private readonly TempDirectory _folder = new();
    private readonly RecordingReporter _reporter = new();
    private RealEngine _real = null!;
    private ImageReference _base = null!;

    [SetUp]
    public async Task MakeImage()
    {
        _real = await RealEngine.OpenAsync(CancellationToken.None);
        _base = await _real.MakeImageAsync(CancellationToken.None);
    }

    [TearDown]
    public async Task RemoveAll()
    {
        await _real.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task A_build_has_labels_and_arguments_and_keeps_secrets_out(
        CancellationToken cancellationToken
    )
    {
        var tag = ImageReference.Parse($"hubforge-containers-test:{Guid.NewGuid():N}");
        var build = Build(
            "ARG WORD\nRUN --mount=type=secret,id=token echo $WORD $(cat /run/secrets/token) > /word"
        ) with
        {
            Tags = [tag],
            Arguments = ImmutableSortedDictionary<string, string>.Empty.Add("WORD", "hello"),
            Labels = ImmutableSortedDictionary<string, string>.Empty.Add("a.b", "c d"),
            Secrets = [BuildSecret.OfValue("token", new Secret("s3"))],
        };
        _real.Remember(tag.ToString());

        var built = await Cli().BuildAsync(build, _reporter, cancellationToken);
        var again = await Cli().BuildAsync(build, _reporter, cancellationToken);

        var image = await _real.Engine.Images.GetAsync(tag.ToString(), cancellationToken);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(image.Id, Is.EqualTo(built.Id));
            Assert.That(image.Labels["a.b"], Is.EqualTo("c d"));
            Assert.That(again.Id, Is.EqualTo(built.Id));
            Assert.That(again.CachedSteps, Is.GreaterThanOrEqualTo(1));
            Assert.That(
                _reporter.Messages.Select(message => message.Message),
                Has.None.Contain("s3")
            );
        }
    }

    [Test]
    public async Task A_failing_step_is_reported_with_its_output(
        CancellationToken cancellationToken
    )
    {
        var build = Build("RUN echo the reason; exit 9");

        var failure = await Assert.ThrowsAsync<EngineException>(() =>
            Cli().BuildAsync(build, _reporter, cancellationToken)
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Message, Does.Contain("RUN echo the reason; exit 9"));
            Assert.That(failure.Message, Does.Contain("the reason"));
            Assert.That(failure.Message, Does.Contain("exit code: 9"));
        }
    }

    [Test]
    public async Task A_dockerfile_that_is_wrong_is_reported(CancellationToken cancellationToken)
    {
        var build = Build("RUNN x");

        var failure = await Assert.ThrowsAsync<EngineException>(() =>
            Cli().BuildAsync(build, _reporter, cancellationToken)
        );

        Assert.That(failure.Message, Does.Contain("unknown instruction: RUNN"));
    }

    [Test]
    public async Task A_cancelled_build_ends_soon(CancellationToken cancellationToken)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        cancel.CancelAfter(TimeSpan.FromSeconds(4));

        await Assert.ThatAsync(
            () => Cli().BuildAsync(Build("RUN sleep 170"), _reporter, cancel.Token),
            Throws.InstanceOf<OperationCanceledException>()
        );
    }

    private DockerCli Cli() => new(new ProcessRunner(), _real.Engine);

    private ImageBuild Build(string instructions) =>
        new(
            _folder.Root,
            _folder.Write(
                "Dockerfile",
                $"FROM {_base}\nSHELL [\"/bin/sh\", \"-c\"]\n{instructions}\n"
            )
        )
        {
            Network = "none",
        };
}
