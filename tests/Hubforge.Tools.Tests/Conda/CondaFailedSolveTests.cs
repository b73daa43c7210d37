using Hubforge.Testing;
using Hubforge.Tools.Conda;
using Hubforge.Tools.Solving;
using Hubforge.Tools.Tests.Recorded;

namespace Hubforge.Tools.Tests.Conda;

public sealed class CondaFailedSolveTests
{
    private readonly RecordingProcessRunner _processes = new();
    private readonly CondaCreate _request = new(
        CondaTarget.Named("u1"),
        new CondaSolve { Specs = ["nebula=1.0"] }
    );

    [TestCase("micromamba-2.8.1")]
    [TestCase("micromamba-1.5.12")]
    public async Task The_readable_tree_is_asked_for_when_the_JSON_says_too_little(string set)
    {
        Play("micromamba create -y --json", Recording.Load(set, "141-unsat-package-json"));
        Play("micromamba create -y --dry-run", Recording.Load(set, "140-unsat-package"));

        var failure = await Assert.ThrowsAsync<SolveFailedException>(() =>
            new Tools.Conda.Conda(_processes, "micromamba").ApplyAsync(
                _request,
                CancellationToken.None
            )
        );

        Approved.Matches(failure.Message);
    }

    [Test]
    public async Task A_failure_without_JSON_is_explained_from_its_text()
    {
        Play(
            "micromamba create",
            Recording.Load("micromamba-2.8.1", "166-missing-channel-beside-good")
        );

        var failure = await Assert.ThrowsAsync<SolveFailedException>(() =>
            new Tools.Conda.Conda(_processes, "micromamba").SolveAsync(
                _request,
                CancellationToken.None
            )
        );

        Assert.That(failure.Failure.Kind, Is.EqualTo(SolveFailureKind.ChannelUnreachable));
    }

    [Test]
    public async Task The_exit_code_counts_and_not_the_claim_of_success()
    {
        Play("micromamba create", Recording.Load("micromamba-2.8.1", "211-unwritable-prefix-json"));

        var failure = await Assert.ThrowsAsync<SolveFailedException>(() =>
            new Tools.Conda.Conda(_processes, "micromamba").SolveAsync(
                _request,
                CancellationToken.None
            )
        );

        Assert.That(failure.Message, Does.Contain("Permission denied"));
    }

    private void Play(string command, Recording recording) =>
        _processes.Answer(command, recording.Output, recording.ExitCode, recording.Error);
}
