namespace Hubforge.Primitives.Tests;

public sealed class HostLoginTests
{
    [Test]
    public void The_login_of_an_address_is_decoded()
    {
        var login = HostLogin.Parse("https://me:a%40b@packages.example:8443/simple/");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(login.Host, Is.EqualTo("packages.example"));
            Assert.That(login.User, Is.EqualTo("me"));
            Assert.That(login.Password.Reveal(), Is.EqualTo("a@b"));
        }
    }

    [TestCase("https://packages.example/simple/")]
    [TestCase("https://me@packages.example/")]
    [TestCase("git@packages.example:group/project")]
    [TestCase("me:secret")]
    [TestCase("")]
    public void A_text_without_a_login_is_refused_and_not_repeated(string text)
    {
        var failure = Assert.Throws<FormatException>(() => HostLogin.Parse(text));

        Assert.That(failure.Message, Is.EqualTo("https://user:password@host is expected"));
    }

    [Test]
    public void Every_login_of_a_list_of_addresses_is_found_and_removed()
    {
        const string Text =
            "http://a:one@x.example:80/simple https://b:two@y.example https://z.example";

        var logins = HostLogin.In(Text);
        var bare = HostLogin.RemoveFrom(Text);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                logins.Select(login => login.Password.Reveal()),
                Is.EqualTo((string[])["one", "two"])
            );
            Assert.That(
                bare,
                Is.EqualTo("http://x.example:80/simple https://y.example https://z.example")
            );
        }
    }

    [Test]
    public void A_netrc_file_has_a_line_for_each_and_quotes_what_has_to_be()
    {
        HostLogin[] logins =
        [
            new("x.example", "me", new Secret("plain")),
            new("y.example", "me", new Secret("with \"spaces\"")),
        ];

        var netrc = HostLogin.ToNetrc(logins).Reveal();

        Assert.That(
            netrc,
            Is.EqualTo(
                "machine x.example login me password plain\nmachine y.example login me password \"with \\\"spaces\\\"\"\n"
            )
        );
    }

    [Test]
    public void A_login_does_not_print_its_password() =>
        Assert.That(
            HostLogin.Parse("https://me:secret@x.example").ToString(),
            Does.Not.Contain("secret")
        );
}
