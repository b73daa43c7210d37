namespace Hubforge.Containers.Tests;

public sealed class ImageReferenceTests
{
    private const string Hash =
        "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [TestCase("debian", null, "debian", null)]
    [TestCase("debian:trixie-slim", null, "debian", "trixie-slim")]
    [TestCase("jupyter/scipy", null, "jupyter/scipy", null)]
    [TestCase("quay.io/jupyter/scipy:1", "quay.io", "quay.io/jupyter/scipy", "1")]
    [TestCase("localhost:5000/a/b:t", "localhost:5000", "localhost:5000/a/b", "t")]
    [TestCase("localhost/a", "localhost", "localhost/a", null)]
    [TestCase("registry:5000/a", "registry:5000", "registry:5000/a", null)]
    [TestCase("a--b__c/d.e", null, "a--b__c/d.e", null)]
    public void A_reference_has_parts(string text, string? registry, string repository, string? tag)
    {
        var reference = ImageReference.Parse(text);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(reference.Registry, Is.EqualTo(registry));
            Assert.That(reference.Repository, Is.EqualTo(repository));
            Assert.That(reference.Tag, Is.EqualTo(tag));
            Assert.That(reference.ToString(), Is.EqualTo(text));
        }
    }

    [Test]
    public void A_digest_wins_over_a_tag()
    {
        var reference = ImageReference.Parse($"quay.io/a/b:t@{Hash}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(reference.TagOrDigest, Is.EqualTo(Hash));
            Assert.That(reference.Tag, Is.EqualTo("t"));
            Assert.That(reference.WithTag("x").ToString(), Is.EqualTo("quay.io/a/b:x"));
        }
    }

    [TestCase("")]
    [TestCase("A")]
    [TestCase("a b")]
    [TestCase("a:")]
    [TestCase("a:b:c")]
    [TestCase("a//b")]
    [TestCase("-a")]
    [TestCase("a@sha256:12")]
    [TestCase("https://a/b")]
    [TestCase("a\n")]
    public void Other_text_is_refused(string text)
    {
        Assert.That(ImageReference.TryParse(text, out _), Is.False);
    }
}
