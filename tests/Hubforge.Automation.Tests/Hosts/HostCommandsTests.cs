using Hubforge.Automation.Hosts;
using Hubforge.Primitives;

namespace Hubforge.Automation.Tests.Hosts;

public sealed class HostCommandsTests
{
    private static readonly AbsolutePath s_root = AbsolutePath.Parse("/src");

    private readonly Dictionary<string, string> _variables = [];

    [Test]
    public void GitHub_shows_a_problem_beside_its_line()
    {
        var problem = new Problem(Severity.Error, "no such package")
        {
            File = s_root / "deployments/roman/a,b:c.pip",
            Line = 3,
        };

        var command = GitHub().Annotate(problem, s_root);

        Assert.That(
            command,
            Is.EqualTo("::error file=deployments/roman/a%2Cb%3Ac.pip,line=3::no such package")
        );
    }

    [Test]
    public void GitHub_text_can_neither_end_a_command_nor_begin_another()
    {
        var problem = new Problem(Severity.Warning, "50%\r\n::error::forged");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                GitHub().Annotate(problem, s_root),
                Is.EqualTo("::warning::50%25%0D%0A::error::forged")
            );
            Assert.That(GitHub().OpenGroup("a\nb"), Is.EqualTo("::group::a%0Ab"));
            Assert.That(GitHub().CloseGroup("a"), Is.EqualTo("::endgroup::"));
        }
    }

    [Test]
    public void A_problem_outside_of_the_repository_is_shown_without_a_place()
    {
        var problem = new Problem(Severity.Error, "wrong")
        {
            File = AbsolutePath.Parse("/etc/hosts"),
            Line = 1,
        };

        var command = GitHub().Annotate(problem, s_root);

        Assert.That(command, Is.EqualTo("::error::/etc/hosts:1: wrong"));
    }

    [Test]
    public void Every_line_of_a_secret_is_masked()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                GitHub().Mask("one%\r\n\n two\n"),
                Is.EqualTo("::add-mask::one%25\n::add-mask:: two")
            );
            Assert.That(
                Azure().Mask("one%\ntwo"),
                Is.EqualTo("##vso[task.setsecret]one%AZP25\n##vso[task.setsecret]two")
            );
            Assert.That(GitHub().Mask(" \n"), Is.Null);
        }
    }

    [Test]
    public void Azure_shows_a_problem_beside_its_line_and_escapes_its_text()
    {
        var problem = new Problem(Severity.Warning, "100%\nof ]it")
        {
            File = s_root / "a;b].pip",
            Line = 7,
        };

        var command = Azure().Annotate(problem, s_root);

        Assert.That(
            command,
            Is.EqualTo(
                "##vso[task.logissue type=warning;sourcepath=a%3Bb%5D.pip;linenumber=7;]100%AZP25%0Aof ]it"
            )
        );
    }

    [Test]
    public void Azure_and_GitLab_fold_a_group_whose_title_stays_in_its_line()
    {
        var gitLab = new GitLabCI(_ => null, TimeProvider.System);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Azure().OpenGroup("Test[roman]\n##vso[x]"),
                Is.EqualTo("##[group]Test[roman] ##vso[x]")
            );
            Assert.That(Azure().CloseGroup("Test[roman]"), Is.EqualTo("##[endgroup]"));
            Assert.That(
                gitLab.OpenGroup("Test[roman]"),
                Does.Match(
                    @"^\u001b\[0Ksection_start:\d+:test_roman_\[collapsed=true\]\r\u001b\[0KTest\[roman\]$"
                )
            );
            Assert.That(
                gitLab.CloseGroup("Test[roman]"),
                Does.Match(@"^\u001b\[0Ksection_end:\d+:test_roman_\r\u001b\[0K$")
            );
        }
    }

    [TestCase("a b", "1")]
    [TestCase("", "1")]
    [TestCase("name", "two\nlines")]
    public void An_output_that_could_forge_another_is_refused(string name, string value) =>
        Assert.Throws<ArgumentException>(() => _ = new HostOutput(name, value));

    private GitHubActions GitHub() => new(_variables.GetValueOrDefault);

    private AzurePipelines Azure() => new(_variables.GetValueOrDefault);
}
