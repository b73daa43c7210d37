using Hubforge.EndToEnd.Engines;
using Hubforge.EndToEnd.Project;

namespace Hubforge.EndToEnd;

/// <summary>An image whose own tests fail is never pushed, and all that fails is told in one run.</summary>
[Category("Engine")]
[NonParallelizable]
[FixtureLifeCycle(LifeCycle.SingleInstance)]
public sealed class FailingImageTests
{
    private static readonly TinyMission s_mission = new("e2e-failing", "alpha", "beta");

    private ProjectCopy _copy = null!;

    [OneTimeSetUp]
    public async Task PushOnce()
    {
        await Docker.RequireAsync(CancellationToken.None);
        _copy = await ProjectCopy.CreateAsync(CancellationToken.None);
        await s_mission.AddToAsync(_copy, CancellationToken.None);
        await _copy.MustRunAsync(
            new BuildCall("Push", "--mission", s_mission.Name, "--use-frozen", "0"),
            CancellationToken.None
        );
    }

    [OneTimeTearDown]
    public async Task RemoveCopy()
    {
        await s_mission.RemoveImagesAsync(CancellationToken.None);
        _copy?.Dispose();
    }

    [Test]
    [CancelAfter(180_000)]
    public async Task A_failing_import_and_a_failing_notebook_are_both_told_and_nothing_is_pushed(
        CancellationToken token
    )
    {
        var layout = PushedImage.LayoutOf(_copy, s_mission.Name);
        var before = FolderSnapshot.Of(layout);
        var record = await PushedImage.ReadAsync(_copy, s_mission.Name, token);
        await _copy.EditAsync(
            s_mission.ImportsOf("alpha"),
            text => text + "no_such_module\n",
            token
        );
        await _copy.EditAsync(s_mission.NotebookOf("beta"), TinyMission.WithWrongNumber, token);

        var outcome = await _copy.RunAsync(
            new BuildCall("Push", "--mission", s_mission.Name),
            token
        );

        FailureForm.AssertIn(outcome, exitCode: 1, "no_such_module", "beta.ipynb", "alpha");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(FolderSnapshot.Of(layout), Is.EqualTo(before));
            Assert.That(
                (await PushedImage.ReadAsync(_copy, s_mission.Name, token)).Digest,
                Is.EqualTo(record.Digest)
            );
            Assert.That(
                RunSummary.Of(outcome)[$"Push[{s_mission.Name}]"].Status,
                Is.Not.EqualTo("Succeeded")
            );
        }
    }
}
