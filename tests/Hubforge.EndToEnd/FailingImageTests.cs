using Hubforge.EndToEnd.Project;

namespace Hubforge.EndToEnd;

/// <summary>An image whose own tests fail is never pushed, and all that fails is told in one run.</summary>
public sealed class FailingImageTests : CopyFixture
{
    private static readonly TinyMission s_mission = new("e2e-failing", "alpha", "beta");

    private protected override TinyMission? OwnMission => s_mission;

    [OneTimeSetUp]
    public async Task PushOnce() =>
        await Copy.MustRunAsync(
            new BuildCall("Push", "--mission", s_mission.Name, "--use-frozen", "0"),
            CancellationToken.None
        );

    [Test]
    [CancelAfter(180_000)]
    public async Task A_failing_import_and_a_failing_notebook_are_both_told_and_nothing_is_pushed(
        CancellationToken token
    )
    {
        var layout = PushedImage.LayoutOf(Copy, s_mission.Name);
        var before = FolderSnapshot.Of(layout);
        var record = await PushedImage.ReadAsync(Copy, s_mission.Name, token);
        await Copy.EditAsync(
            s_mission.ImportsOf("alpha"),
            text => text + "no_such_module\n",
            token
        );
        await Copy.EditAsync(s_mission.NotebookOf("beta"), TinyMission.WithWrongNumber, token);

        var outcome = await Copy.RunAsync(
            new BuildCall("Push", "--mission", s_mission.Name),
            token
        );

        FailureForm.AssertIn(outcome, exitCode: 1, "no_such_module", "beta.ipynb", "alpha");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(FolderSnapshot.Of(layout), Is.EqualTo(before));
            Assert.That(
                (await PushedImage.ReadAsync(Copy, s_mission.Name, token)).Digest,
                Is.EqualTo(record.Digest)
            );
            Assert.That(
                RunSummary.Of(outcome)[$"Push[{s_mission.Name}]"].Status,
                Is.Not.EqualTo("Succeeded")
            );
        }
    }
}
