namespace Hubforge.Primitives.Tests;

[Platform(Exclude = "Win", Reason = "the paths are those of unix")]
public sealed class AbsolutePathTests
{
    [TestCase("/a/b/", "/a/b")]
    [TestCase("/a/./b/../c", "/a/c")]
    [TestCase("/", "/")]
    public void Paths_are_normalised(string text, string expected)
    {
        Assert.That(AbsolutePath.Parse(text).ToString(), Is.EqualTo(expected));
    }

    [TestCase("a/b")]
    [TestCase("")]
    public void Relative_paths_are_refused(string text)
    {
        Assert.That(() => AbsolutePath.Parse(text), Throws.ArgumentException);
    }

    [Test]
    public void Paths_are_joined_with_a_slash()
    {
        var root = AbsolutePath.Parse("/a");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((root / "b" / "../c").ToString(), Is.EqualTo("/a/c"));
            Assert.That((root / "/x").ToString(), Is.EqualTo("/x"));
            Assert.That((root / "b").RelativeTo(root), Is.EqualTo("b"));
            Assert.That((root / "b.tar.gz").Extension, Is.EqualTo(".gz"));
            Assert.That(root.Parent!.Parent, Is.Null);
        }
    }

    [Test]
    public void Equal_paths_are_equal()
    {
        Assert.That(AbsolutePath.Parse("/a/b/../c"), Is.EqualTo(AbsolutePath.Parse("/a/c")));
    }
}
