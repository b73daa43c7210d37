using Hubforge.Automation.Hosts;
using Hubforge.Primitives;

namespace Hubforge.Automation.Tests.Hosts;

public sealed class RunOnHostTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Test]
    public async Task A_run_on_GitHub_has_groups_annotations_masks_and_a_summary()
    {
        _sandbox.Variables["GITHUB_ACTIONS"] = "true";
        _sandbox.Variables["GITHUB_WORKSPACE"] = _sandbox.Root;
        _sandbox.Variables["GITHUB_STEP_SUMMARY"] = _sandbox.Root / "summary.md";
        _sandbox.Variables["HUBFORGE_API_KEY"] = "open sesame";

        var exitCode = await _sandbox.RunAsync<HostBuild>("CheckSpecs");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.EqualTo(1), _sandbox.Everything);
            Assert.That(Lines(), Does.Contain("::add-mask::open sesame"));
            Assert.That(Lines(), Does.Contain("::group::CheckSpecs"));
            Assert.That(Lines(), Does.Contain("::endgroup::"));
            Assert.That(
                Lines(),
                Does.Contain("::error file=deployments/demo/a.pip,line=3::no such package")
            );
            Assert.That(_sandbox.Read("summary.md"), Does.Contain("### Lock changes"));
            Assert.That(
                _sandbox.Read("summary.md"),
                Does.Contain("| ❌ | deployments/demo/a.pip:3: no such package |")
            );
            Assert.That(_sandbox.Read("summary.md"), Does.Not.Contain("open sesame"));
        }
    }

    [Test]
    public async Task A_secret_is_printed_only_in_the_command_that_masks_it()
    {
        _sandbox.Variables["TF_BUILD"] = "True";
        _sandbox.Variables["BUILD_SOURCESDIRECTORY"] = _sandbox.Root;
        _sandbox.Variables["HUBFORGE_API_KEY"] = "open sesame";

        await _sandbox.RunAsync<HostBuild>("CheckSpecs");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Lines().Where(line => line.Contains("open sesame", StringComparison.Ordinal)),
                Is.EqualTo(new[] { "##vso[task.setsecret]open sesame" })
            );
            Assert.That(_sandbox.Read(".nuke/temp/summary.md"), Does.Contain("Lock changes"));
        }
    }

    private string[] Lines() => _sandbox.Everything.ReplaceLineEndings("\n").Split('\n');

    private sealed class HostBuild : RecordingBuild
    {
        [Parameter("Key of the store")]
        [Secret]
        private readonly string ApiKey = "";

        private Target CheckSpecs => target => target.Executes(Check);

        private void Check()
        {
            Mark();
            Reporter.Write(Severity.Information, $"the key is {ApiKey}");
            Host.Summary.Add(
                new SummarySection(
                    $"Lock changes, not {ApiKey}",
                    new MarkdownTable("Package").With("numpy")
                )
            );
            Reporter.Report(
                new Problem(Severity.Error, "no such package")
                {
                    File = RootDirectory / "deployments/demo/a.pip",
                    Line = 3,
                }
            );
            throw new InvalidOperationException($"stopped by {ApiKey}");
        }
    }
}
