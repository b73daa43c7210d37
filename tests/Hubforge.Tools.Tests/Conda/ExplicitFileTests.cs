using Hubforge.Tools.Conda;
using Hubforge.Tools.Replies;

namespace Hubforge.Tools.Tests.Conda;

public sealed class ExplicitFileTests
{
    [Test]
    public void Its_packages_are_read_with_their_hashes()
    {
        var file = ExplicitFile.Parse(Input("explicit.txt"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(file.Platform, Is.EqualTo("linux-64"));
            Assert.That(file.Packages, Has.Length.EqualTo(14));
            Assert.That(file.Packages[0].Hash, Is.EqualTo("fe0a4c097387473ff6d11e0cb6b51df0"));
            Assert.That(
                file.Packages[0].Package.ToString(),
                Is.EqualTo("ca-certificates =2024.2.2")
            );
            Assert.That(file.Packages[0].HasStrongHash, Is.False);
        }
    }

    [Test]
    public void A_package_without_a_hash_is_read_as_such()
    {
        var file = ExplicitFile.Parse(Input("explicit-nomd5.txt"));

        Assert.That(file.Packages.Select(package => package.Hash), Has.All.Null);
    }

    [Test]
    public void What_was_read_is_written_again()
    {
        var file = ExplicitFile.Parse(Input("explicit.txt"));

        Assert.That(ExplicitFile.Parse(file.ToString()).ToString(), Is.EqualTo(file.ToString()));
    }

    [TestCase("file:///channel/noarch/a-1-0.conda\n", "without @EXPLICIT")]
    [TestCase("@EXPLICIT\nfile:///channel/noarch/a-1-0.conda#12345\n", "line 2")]
    [TestCase("@EXPLICIT\n\nnumpy=1.24\n", "line 3")]
    public void An_unreadable_one_is_named_with_its_line(string text, string expected)
    {
        var failure = Assert.Throws<UnreadableReplyException>(() => ExplicitFile.Parse(text));

        Assert.That(failure.Message, Does.Contain(expected));
    }

    private static string Input(string name) =>
        File.ReadAllText(
            Path.Combine(TestContext.CurrentContext.TestDirectory, "Recordings", "inputs", name)
        );
}
