using Hubforge.Automation.Hosts;

namespace Hubforge.Automation.Tests.Hosts;

public sealed class HostDetectionTests
{
    [TestCase("GITHUB_ACTIONS", "true", "GitHubActions")]
    [TestCase("GITLAB_CI", "true", "GitLabCI")]
    [TestCase("TF_BUILD", "True", "AzurePipelines")]
    [TestCase("GITHUB_ACTIONS", "false", "Terminal")]
    [TestCase("GITHUB_ACTIONS", "1", "Terminal")]
    [TestCase("TF_BUILD", "", "Terminal")]
    [TestCase("CI", "true", "Terminal")]
    [TestCase("HOST", "GitHubActions", "Terminal")]
    public void A_host_is_found_by_its_documented_variable_with_its_true_value(
        string variable,
        string value,
        string expected
    )
    {
        var host = KnownHosts.Detect(name => name == variable ? value : null);

        Assert.That(host.Name, Is.EqualTo(expected));
    }

    [TestCase("git-hub-actions", "GitHubActions")]
    [TestCase("gitlabci", "GitLabCI")]
    [TestCase("Azure-Pipelines", "AzurePipelines")]
    [TestCase("terminal", "Terminal")]
    public void A_host_is_found_by_its_name_whatever_its_case_and_dashes(
        string name,
        string expected
    ) => Assert.That(KnownHosts.Find(name, _ => null)?.Name, Is.EqualTo(expected));

    [Test]
    public void An_unknown_host_is_not_found() =>
        Assert.That(KnownHosts.Find("jenkins", _ => null), Is.Null);

    [Test]
    public void Every_known_name_gives_a_host_of_that_name() =>
        Assert.That(
            KnownHosts.Names.Select(name => KnownHosts.Find(name, _ => null)?.Name),
            Is.EqualTo(KnownHosts.Names)
        );
}
