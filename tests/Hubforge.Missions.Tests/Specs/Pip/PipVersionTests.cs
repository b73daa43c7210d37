using Hubforge.Missions.Specs.Pip;

namespace Hubforge.Missions.Tests.Specs.Pip;

public sealed class PipVersionTests
{
    private static readonly string[] _ascending =
    [
        "1.0.dev1",
        "1.0a1.dev1",
        "1.0a1",
        "1.0a2",
        "1.0b1",
        "1.0rc1",
        "1.0",
        "1.0+abc",
        "1.0.post1.dev1",
        "1.0.post1",
        "1.0.1",
        "1.1",
        "1.10",
        "2!0.1",
    ];

    [Test]
    public void Versions_are_ordered_as_PEP_440_says()
    {
        var shuffled = _ascending.OrderByDescending(text => text, StringComparer.Ordinal);

        var sorted = shuffled.OrderBy(text => PipVersion.Parse(text));

        Assert.That(sorted, Is.EqualTo(_ascending));
    }

    [TestCase("1.0", "1.0.0")]
    [TestCase("1.0rc1", "1.0-c1")]
    [TestCase("v1.0", "1")]
    [TestCase("1.0-1", "1.0.post1")]
    [TestCase("1.0ALPHA", "1a0")]
    public void Spellings_of_one_version_are_equal(string one, string other) =>
        Assert.That(PipVersion.Parse(one), Is.EqualTo(PipVersion.Parse(other)));

    [TestCase("one")]
    [TestCase("1..0")]
    [TestCase("")]
    [TestCase("1.0+")]
    [TestCase("1.0.x")]
    public void What_is_no_version_is_refused(string text) =>
        Assert.That(PipVersion.Parse(text), Is.Null);

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
    ) => Assert.That(new VersionSpecifier(symbol, bound).Allows(version), Is.EqualTo(allowed));
}
