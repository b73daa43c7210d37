using Hubforge.Automation.Pipelines;

namespace Hubforge.Automation.Tests.Pipelines;

public sealed class LineDiffTests
{
    [Test]
    public void Changed_lines_are_shown_with_their_neighbours_only()
    {
        var diff = LineDiff.Between("1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\nfive\n6\n7\n8\n");

        Assert.That(diff, Is.EqualTo("...\n 3\n 4\n-5\n+five\n 6\n 7\n...\n"));
    }

    [TestCase("a\n", "a\nb\n", " a\n+b\n")]
    [TestCase("a\nb\n", "b\n", "-a\n b\n")]
    [TestCase("", "a\n", "+a\n")]
    [TestCase("a\n", "", "-a\n")]
    [TestCase("a\n", "a\n", "")]
    public void Lines_that_come_and_go_are_marked(string before, string after, string expected) =>
        Assert.That(LineDiff.Between(before, after), Is.EqualTo(expected));
}
