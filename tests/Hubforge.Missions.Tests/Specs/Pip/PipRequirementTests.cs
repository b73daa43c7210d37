using Hubforge.Missions.Specs.Pip;

namespace Hubforge.Missions.Tests.Specs.Pip;

public sealed class PipRequirementTests
{
    [TestCase("numpy")]
    [TestCase("numpy>=1.26,<3")]
    [TestCase("numpy >= 1.26, < 3")]
    [TestCase("numpy (>=1.26)")]
    [TestCase("A.B-C_D==1.0.*")]
    [TestCase("jax[cuda12,tpu]~=0.4.1 ; python_version >= '3.9'")]
    [TestCase("a; (os_name == 'nt' or sys_platform != \"linux\") and 'x' not in platform_version")]
    [TestCase("pkg @ https://example.invalid/pkg-1.0.tar.gz#sha256=abc")]
    [TestCase("pkg@git+ssh://git@example.invalid/pkg.git@v1.0")]
    [TestCase("git+https://example.invalid/pkg.git@main#egg=pkg")]
    [TestCase("./packages/pkg")]
    [TestCase("/opt/packages/pkg")]
    [TestCase("wheels/pkg-1.0-py3-none-any.whl")]
    [TestCase("a===weird-version")]
    [TestCase("a==1 --config-settings=\"--opt=x\"")]
    public void What_pip_takes_is_taken(string text) =>
        Assert.That(() => PipRequirementParser.Parse(text), Throws.Nothing);

    [Test]
    public void All_parts_are_found()
    {
        var requirement = PipRequirementParser.Parse("Jax[cuda12,tpu] >=0.4,<1 ; extra == 'x'");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(requirement.Name, Is.EqualTo("Jax"));
            Assert.That(requirement.Extras, Is.EqualTo(["cuda12", "tpu"]));
            Assert.That(string.Join(",", requirement.Specifiers), Is.EqualTo(">=0.4,<1"));
            Assert.That(requirement.Marker, Is.EqualTo("extra == 'x'"));
        }
    }

    [Test]
    public void The_name_of_a_repository_is_that_after_egg() =>
        Assert.That(
            PipRequirementParser
                .Parse("git+https://x.invalid/a.git@1#egg=real&subdirectory=b")
                .KnownName,
            Is.EqualTo("real")
        );
}
