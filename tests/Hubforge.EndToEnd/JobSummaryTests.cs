using Hubforge.EndToEnd.Engines;
using Hubforge.EndToEnd.Machine;
using Hubforge.EndToEnd.Project;

namespace Hubforge.EndToEnd;

/// <summary>What a real run leaves on the page of a job of GitHub Actions.</summary>
[Category("Engine")]
[NonParallelizable]
[FixtureLifeCycle(LifeCycle.SingleInstance)]
public sealed class JobSummaryTests
{
    private const string Environment = "lab";

    private static readonly TinyMission s_mission = new("e2e-summary", Environment);

    private readonly ScratchFolder _folder = ScratchFolder.OnDisk("summary");
    private ProjectCopy _copy = null!;

    [OneTimeSetUp]
    public async Task CopyProject()
    {
        await Docker.RequireAsync(CancellationToken.None);
        _copy = await ProjectCopy.CreateAsync(CancellationToken.None);
        await s_mission.AddToAsync(_copy, CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task RemoveCopy()
    {
        await s_mission.RemoveImagesAsync(CancellationToken.None);
        _copy?.Dispose();
        _folder.Dispose();
    }

    [Test]
    [CancelAfter(300_000)]
    public async Task Lock_changes_image_sizes_and_tests_are_tables(CancellationToken token)
    {
        var page = await RunAsync(exitCode: 0, token);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page, Does.Contain("## Test succeeded in "));
            Assert.That(page, Does.Match(@"### Lock of e2e-summary/lab \(linux/\w+\)"));
            Assert.That(page, Does.Contain("| tinytool | added | 1.0.0 | pip |"));
            Assert.That(page, Does.Contain("### Images of e2e-summary"));
            Assert.That(
                page,
                Does.Match(@"\| hubforge/e2e-summary:latest \| \d[\d.]* [MG]B \| \d+ \|")
            );
            Assert.That(page, Does.Contain("### Tests of e2e-summary"));
            Assert.That(page, Does.Match(@"\| lab \| notebooks \| 1 \| 0 \| 0 \| [\d.]+ \|"));
        }
    }

    [Test]
    [DependsOnTest(nameof(Lock_changes_image_sizes_and_tests_are_tables))]
    [CancelAfter(300_000)]
    public async Task A_failed_test_is_in_a_table_of_its_own(CancellationToken token)
    {
        await _copy.EditAsync(
            s_mission.NotebookOf(Environment),
            TinyMission.WithWrongNumber,
            token
        );

        var page = await RunAsync(exitCode: 1, token);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page, Does.Contain("## Test failed in "));
            Assert.That(page, Does.Contain("### Tests of e2e-summary that failed"));
            Assert.That(page, Does.Contain("| lab | lab.ipynb |"));
        }
    }

    private async Task<string> RunAsync(int exitCode, CancellationToken cancellationToken)
    {
        var page = _folder.Path / $"summary-{exitCode}.md";
        var outcome = await _copy.RunAsync(
            new BuildCall("Test", "--mission", s_mission.Name, "--use-frozen", "0")
                .WithVariable("GITHUB_ACTIONS", "true")
                .WithVariable("GITHUB_WORKSPACE", _copy.Root)
                .WithVariable("GITHUB_STEP_SUMMARY", page),
            cancellationToken
        );
        Assert.That(outcome.ExitCode, Is.EqualTo(exitCode), outcome.ToString);
        var text = await File.ReadAllTextAsync(page, cancellationToken);
        await TestContext.Out.WriteLineAsync(text);
        return text;
    }
}
