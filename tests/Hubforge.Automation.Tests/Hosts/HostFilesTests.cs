using System.Text.Json;
using Hubforge.Automation.Hosts;
using Hubforge.Primitives;

namespace Hubforge.Automation.Tests.Hosts;

public sealed class HostFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hubforge-");

    private AbsolutePath Root => AbsolutePath.Parse(_folder.FullName);

    public void Dispose() => _folder.Delete(recursive: true);

    [Test]
    public async Task GitHub_outputs_are_added_to_the_file_that_the_runner_names()
    {
        var host = new GitHubActions(name =>
            name == "GITHUB_OUTPUT" ? (Root / "out").ToString() : null
        );

        await host.SetOutputAsync(new HostOutput("a", "1"), Root, CancellationToken.None);
        await host.SetOutputAsync(new HostOutput("b", "[2]"), Root, CancellationToken.None);

        Assert.That(await ReadAsync("out"), Is.EqualTo("a=1\nb=[2]\n"));
    }

    [Test]
    public async Task A_host_without_outputs_leaves_them_in_the_folder()
    {
        await new TerminalHost().SetOutputAsync(
            new HostOutput("a", "1"),
            Root / "temp",
            CancellationToken.None
        );

        Assert.That(await ReadAsync("temp/outputs"), Is.EqualTo("a=1\n"));
    }

    [Test]
    public async Task Azure_leaves_commands_for_a_step_that_prints_them()
    {
        var host = new AzurePipelines(name =>
            name == "BUILD_SOURCESDIRECTORY" ? Root.ToString() : null
        );

        await host.SetOutputAsync(new HostOutput("a", "{}"), Root, CancellationToken.None);
        await host.SummariseAsync(SampleRun.Failed(Root), CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                await ReadAsync(AzurePipelines.CommandsFile),
                Is.EqualTo(
                    "##vso[task.setvariable variable=a;isOutput=true;]{}\n"
                        + $"##vso[task.uploadsummary]{Root}/.nuke/temp/summary.md\n"
                )
            );
            Assert.That(
                await ReadAsync(".nuke/temp/summary.md"),
                Does.StartWith("## Test Push failed")
            );
        }
    }

    [Test]
    public async Task GitHub_summary_tells_every_node_every_problem_and_the_tables_of_targets()
    {
        var host = new GitHubActions(name =>
            name == "GITHUB_STEP_SUMMARY" ? (Root / "summary.md").ToString() : null
        );
        host.Summary.Add(
            new SummarySection(
                "Lock changes of roman",
                new MarkdownTable("Package", "Old", "New").With("numpy", "2.3.4", "2.3.5")
            )
        );

        await host.SummariseAsync(SampleRun.Failed(Root), CancellationToken.None);

        var summary = await ReadAsync("summary.md");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                summary,
                Does.Contain(
                    "| ✅ | BuildMission\\[demo] | 2 min 5 s | succeeded: its inputs changed | size: 1.2 GB |"
                )
            );
            Assert.That(summary, Does.Contain("| ❌ | Test\\[demo] | 3 s | failed |  |"));
            Assert.That(summary, Does.Contain("```text\n1 of 3 tests failed.\n```"));
            Assert.That(summary, Does.Contain("image/environments/a.pip:3: no such package"));
            Assert.That(
                summary,
                Does.Contain("### Lock changes of roman\n\n| Package | Old | New |")
            );
        }
    }

    [Test]
    public async Task GitLab_gets_problems_as_a_code_quality_report()
    {
        var host = new GitLabCI(
            name => name == "CI_PROJECT_DIR" ? Root.ToString() : null,
            TimeProvider.System
        );

        await host.SummariseAsync(SampleRun.Failed(Root), CancellationToken.None);

        using var report = JsonDocument.Parse(await ReadAsync(GitLabCI.ReportFile));
        var entry = report.RootElement.EnumerateArray().Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                entry.GetProperty("location").GetProperty("path").GetString(),
                Is.EqualTo("image/environments/a.pip")
            );
            Assert.That(
                entry.GetProperty("location").GetProperty("lines").GetProperty("begin").GetInt32(),
                Is.EqualTo(3)
            );
            Assert.That(entry.GetProperty("severity").GetString(), Is.EqualTo("major"));
        }
    }

    private Task<string> ReadAsync(string path) => File.ReadAllTextAsync(Root / path);
}
