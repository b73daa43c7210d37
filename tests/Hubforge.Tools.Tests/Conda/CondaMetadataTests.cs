using Hubforge.Testing;
using Hubforge.Tools.Conda;
using Hubforge.Tools.Graphs;
using Hubforge.Tools.Replies;
using Hubforge.Tools.Tests.Recorded;

namespace Hubforge.Tools.Tests.Conda;

public sealed class CondaMetadataTests
{
    [TestCase("micromamba-2.8.1")]
    [TestCase("micromamba-1.5.12")]
    public void A_recorded_record_is_read(string program)
    {
        var text = Recording.Load(program, "138-conda-meta-listing").Output;

        var package = CondaMetadata.Parse("starkit", text[text.IndexOf('{')..]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(package.Name, Is.EqualTo("starkit"));
            Assert.That(package.Version, Is.EqualTo("1.2"));
            Assert.That(package.Build, Is.EqualTo("pyh9406fe9_0"));
            Assert.That(package.Depends, Is.EqualTo(["python >=3.8"]));
            Assert.That(package.Md5, Is.EqualTo("19d175756776c0074766a9c1cda344b7"));
        }
    }

    [Test]
    public void A_folder_is_read_without_its_history()
    {
        using var folder = new TempDirectory();
        folder.Write("history", "# update specs: [\"a\"]");
        folder.Write("b-2-0.json", """{"name": "b", "version": "2", "depends": ["a >=1,<2"]}""");
        folder.Write("a-3-0.json", """{"name": "a", "version": "3"}""");

        var graph = CondaGraph.From(CondaMetadata.ReadFolder(folder.Root));

        Assert.That(graph.Edges, Is.EqualTo([new GraphEdge("b", "a", ">=1,<2", IsConflict: true)]));
    }

    [Test]
    public void An_environment_without_the_folder_has_no_conda_packages()
    {
        using var folder = new TempDirectory();

        Assert.That(CondaMetadata.ReadFolder(folder / "conda-meta"), Is.Empty);
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("""{"version": "1"}""")]
    public void What_is_no_record_is_named(string text) =>
        Assert.That(
            () => CondaMetadata.Parse("a-1-0.json", text),
            Throws.TypeOf<UnreadableReplyException>().With.Message.Contains("a-1-0.json")
        );
}
