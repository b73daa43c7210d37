using Hubforge.Missions.Specs.Pip;

namespace Hubforge.Missions.Tests.Specs.Pip;

public sealed class VersionClauseTests
{
    [TestCase(">=", "1.26", "1.26.4", true)]
    [TestCase("<", "2", "2.0", false)]
    [TestCase("==", "1.26.*", "1.26.4", true)]
    [TestCase("==", "1.26.*", "1.27", false)]
    [TestCase("!=", "1.26.*", "1.26.4", false)]
    [TestCase("~=", "1.4.2", "1.4.9", true)]
    [TestCase("~=", "1.4.2", "1.5", false)]
    [TestCase("==", "1.0", "1.0+local", true)]
    [TestCase("==", "1.0+local", "1.0", false)]
    [TestCase("===", "x", "x", true)]
    public void A_specifier_allows_the_versions_that_pip_would_take(
        string symbol,
        string bound,
        string version,
        bool allowed
    ) => Assert.That(new VersionClause(symbol, bound).Allows(version), Is.EqualTo(allowed));
}
