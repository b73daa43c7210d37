using Hubforge.Tools.Pip;

namespace Hubforge.Tools.Tests.Pip;

public sealed class VersionSpecifierTests
{
    [TestCase(">=1.1,<2", "1.2", true)]
    [TestCase(">=1.1,<2", "2.0", false)]
    [TestCase("<2,>=1.1", "1.10", true)]
    [TestCase("<2.0", "2.0rc1", false)]
    [TestCase("<2.0a0", "2.0rc1", false)]
    [TestCase("==1.24.*", "1.24.3", true)]
    [TestCase("!=1.24.*", "1.24.3", false)]
    [TestCase("~=1.4.2", "1.4.9", true)]
    [TestCase("~=1.4.2", "1.5", false)]
    [TestCase("~=1.4", "1.9", true)]
    [TestCase("==1.0", "1.0.0", true)]
    [TestCase("==1.0", "1.0+local", true)]
    [TestCase("==1.0+local", "1.0", false)]
    [TestCase("==1.0.*", "1!1.0", false)]
    [TestCase("=1.1", "1.1.7", true)]
    [TestCase("3.11.*", "3.11.2", true)]
    [TestCase("=3.11 *_cp311", "3.11", true)]
    [TestCase("1.0|2.0", "2.0", true)]
    [TestCase("(>=0.2)", "0.1", false)]
    [TestCase("*", "weird", true)]
    [TestCase("", "1", true)]
    [TestCase(">=1", "weird", null)]
    [TestCase("@ https://example.org/a.whl", "1.0", null)]
    public void Fits_as_pip_and_conda_say(string specifier, string version, bool? expected) =>
        Assert.That(VersionSpecifier.Fits(specifier, version), Is.EqualTo(expected));

    [TestCase("1.0", "1.0.0")]
    [TestCase("1.0rc1", "1.0-c1")]
    [TestCase("v1.0", "1")]
    [TestCase("1.0-1", "1.0.post1")]
    [TestCase("1.0ALPHA", "1a0")]
    public void Spellings_of_one_version_are_equal(string one, string other) =>
        Assert.That(PackageVersion.Find(one), Is.EqualTo(PackageVersion.Find(other)));

    [TestCase("one")]
    [TestCase("1..0")]
    [TestCase("")]
    [TestCase("1.0+")]
    [TestCase("1.0.x")]
    public void What_is_no_version_is_refused(string text) =>
        Assert.That(PackageVersion.Find(text), Is.Null);

    [Test]
    public void Versions_are_ordered_as_PEP_440_orders_them()
    {
        string[] ordered =
        [
            "1.0.dev1",
            "1.0a1.dev1",
            "1.0a1",
            "1.0b2",
            "1.0RC1",
            "1.0preview2",
            "1.0",
            "1.0+abc",
            "1.0.post1.dev1",
            "1.0.post1",
            "1.0.1",
            "1.1",
            "1.10",
            "1!0.1",
        ];

        var sorted = ordered
            .Reverse()
            .Select(text => PackageVersion.Find(text)!)
            .Order(Comparer<PackageVersion>.Create((left, right) => left.CompareTo(right)));

        Assert.That(sorted.Select(version => version.ToString()), Is.EqualTo(ordered));
    }
}
