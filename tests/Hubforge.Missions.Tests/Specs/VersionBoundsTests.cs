using Hubforge.Missions.Specs.Checks;

namespace Hubforge.Missions.Tests.Specs;

public sealed class VersionBoundsTests
{
    [TestCase(">=2", "<2")]
    [TestCase(">2", "<=2")]
    [TestCase("1.26.*", ">=1.27")]
    [TestCase("=1.26", "<1.26")]
    [TestCase("==1.5.*", ">1.6")]
    [TestCase("3.11", ">3.11")]
    [TestCase("~=2.1", "<2")]
    public void Nothing_is_left_between(params string[] clauses) =>
        Assert.That(VersionBounds.Exclude(clauses), Is.True);

    [TestCase(">=2", "<=2.0")]
    [TestCase(">=1.26.4", "1.26.*")]
    [TestCase(">=1.26.4", "=1.26")]
    [TestCase("<2", ">=2.0rc1")]
    [TestCase("!=2", "==2")]
    [TestCase("*", "<1")]
    [TestCase("1.26*", ">2")]
    [TestCase("2023c", ">=2023a")]
    [TestCase("weird", "<1")]
    public void What_may_hold_is_left_to_the_solver(params string[] clauses) =>
        Assert.That(VersionBounds.Exclude(clauses), Is.False);
}
