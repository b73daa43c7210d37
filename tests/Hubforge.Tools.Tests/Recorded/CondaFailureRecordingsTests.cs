using Hubforge.Tools.Conda;

namespace Hubforge.Tools.Tests.Recorded;

public sealed class CondaFailureRecordingsTests
{
    [TestCase("micromamba-2.8.1")]
    [TestCase("micromamba-1.5.12")]
    public void Every_recorded_failure_is_explained_as_approved(string set)
    {
        var failed = Recording.LoadAll(set).Where(recording => recording.ExitCode != 0);

        Classification.Verify(
            $"{set}-failures",
            failed.Select(recording =>
                (recording, Classification.Of(CondaFailure.Parse(recording.Log)))
            )
        );
    }

    [TestCase("micromamba-2.8.1")]
    [TestCase("micromamba-1.5.12")]
    public void The_order_of_the_streams_does_not_matter(string set)
    {
        var failed = Recording.LoadAll(set).Where(recording => recording.ExitCode != 0).ToList();

        var differing = failed.Where(recording =>
            Classification.Of(CondaFailure.Parse(recording.Log))
            != Classification.Of(CondaFailure.Parse($"{recording.Error}\n{recording.Output}"))
        );

        Assert.That(differing.Select(recording => recording.Name), Is.Empty);
    }
}
