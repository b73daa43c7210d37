using Hubforge.Tools.Debian;

namespace Hubforge.Tools.Tests.Debian;

public sealed class OsReleaseTests
{
    [Test]
    public void Debian_is_read()
    {
        var release = OsRelease.Parse(
            """
            PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
            NAME="Debian GNU/Linux"
            VERSION_ID="12"
            VERSION_CODENAME=bookworm
            ID=debian
            """
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(release.Id, Is.EqualTo("debian"));
            Assert.That(release.VersionId, Is.EqualTo("12"));
            Assert.That(release.Codename, Is.EqualTo("bookworm"));
            Assert.That(release.PrettyName, Is.EqualTo("Debian GNU/Linux 12 (bookworm)"));
            Assert.That(release.IsDebianLike, Is.True);
        }
    }

    [TestCase("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", true)]
    [TestCase("ID='fedora'\n", false)]
    [TestCase("# nothing\n\ngarbage\n", false)]
    [TestCase("", false)]
    public void A_system_is_like_Debian_when_it_says_so(string text, bool expected) =>
        Assert.That(OsRelease.Parse(text).IsDebianLike, Is.EqualTo(expected));
}
