using Hubforge.Tools.Git;

namespace Hubforge.Tools.Tests.Git;

public sealed class GitAddressTests
{
    [TestCase("https://me:pass@host/x.git", "https://host/x.git")]
    [TestCase("https://token@host:8443/x.git", "https://host:8443/x.git")]
    [TestCase("git@host:group/x.git", "git@host:group/x.git")]
    [TestCase("https://host/a@b.git", "https://host/a@b.git")]
    [TestCase("/srv/x.git", "/srv/x.git")]
    public void Credentials_are_taken_out(string address, string expected) =>
        Assert.That(GitAddress.WithoutCredentials(address), Is.EqualTo(expected));
}
