using Hubforge.EndToEnd.Machine;
using Hubforge.EndToEnd.Project;

namespace Hubforge.EndToEnd;

/// <summary>What a real run leaves on the page of a job of GitHub Actions.</summary>
public sealed class JobSummaryTests : CopyFixture
{
    private const string Environment = "lab";

    private static readonly TinyMission s_mission = new("e2e-summary", Environment);

    private readonly ScratchFolder _folder = ScratchFolder.OnDisk("summary");

    private protected override TinyMission? OwnMission => s_mission;

    [OneTimeTearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    [CancelAfter(300_000)]
    public async Task Lock_changes_image_sizes_and_tests_are_tables(CancellationToken token)
    {
        var (page, _) = await RunAsync(exitCode: 0, token);

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
        await Copy.EditAsync(s_mission.NotebookOf(Environment), TinyMission.WithWrongNumber, token);

        var (page, _) = await RunAsync(exitCode: 1, token);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page, Does.Contain("## Test failed in "));
            Assert.That(page, Does.Contain("### Tests of e2e-summary that failed"));
            Assert.That(page, Does.Contain("| lab | lab.ipynb |"));
        }
    }

    [Test]
    [DependsOnTest(nameof(A_failed_test_is_in_a_table_of_its_own))]
    [CancelAfter(300_000)]
    public async Task A_spec_that_cannot_be_solved_is_annotated_at_its_line(CancellationToken token)
    {
        await Copy.EditAsync(
            s_mission.SpecOf(Environment),
            text => text + "# no index has it\nno-such-package-anywhere\n",
            token
        );

        var (page, output) = await RunAsync(exitCode: 1, token);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                output,
                Does.Match($@"(?m)^::error file={s_mission.SpecOf(Environment)},line=3::")
            );
            Assert.That(page, Does.Contain($"{s_mission.SpecOf(Environment)}:3: "));
        }
    }

    private async Task<(string Page, string Output)> RunAsync(
        int exitCode,
        CancellationToken cancellationToken
    )
    {
        var page = _folder.Path / $"{Guid.NewGuid():N}.md";
        var outcome = await Copy.RunAsync(
            new BuildCall("Test", "--mission", s_mission.Name, "--use-frozen", "0")
                .WithVariable("GITHUB_ACTIONS", "true")
                .WithVariable("GITHUB_WORKSPACE", Copy.Root)
                .WithVariable("GITHUB_STEP_SUMMARY", page),
            cancellationToken
        );
        Assert.That(outcome.ExitCode, Is.EqualTo(exitCode), outcome.ToString);
        var text = await File.ReadAllTextAsync(page, cancellationToken);
        await TestContext.Out.WriteLineAsync(text);
        return (text, outcome.Output);
    }
}
