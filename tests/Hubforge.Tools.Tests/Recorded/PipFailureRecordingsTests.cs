using Hubforge.Tools.Pip;

namespace Hubforge.Tools.Tests.Recorded;

public sealed class PipFailureRecordingsTests
{
    [TestCase("pip")]
    [TestCase("pip-23.2.1")]
    public void Every_recorded_failure_is_explained_as_approved(string set)
    {
        var failed = Recording
            .LoadAll(set)
            .Where(recording =>
                recording.ExitCode != 0
                || recording.Error.StartsWith("ERROR", StringComparison.Ordinal)
            );

        Classification.Verify(
            $"{set}-failures",
            failed.Select(recording =>
                (recording, Classification.Of(PipFailure.Parse(recording.Log)))
            )
        );
    }

    [Test]
    public void No_success_looks_like_a_failure()
    {
        var succeeded = Recording
            .LoadAll("pip")
            .Where(recording =>
                recording.ExitCode == 0
                && !recording.Error.StartsWith("ERROR", StringComparison.Ordinal)
            );

        var found = succeeded.Where(recording => PipFailure.Find(recording.Log) is not null);

        Assert.That(found.Select(recording => recording.Name), Is.Empty);
    }
}
