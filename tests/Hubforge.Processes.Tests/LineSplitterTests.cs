using System.Text;

namespace Hubforge.Processes.Tests;

public sealed class LineSplitterTests
{
    private readonly List<string> _lines = [];

    [TestCase("a\nb\n", "a|b")]
    [TestCase("a\r\nb", "a|b")]
    [TestCase("\n\n", "|")]
    [TestCase("", "")]
    [TestCase("10%\r50%\r100%\n", "100%")]
    public void Text_becomes_lines(string text, string expected)
    {
        Split(Encoding.UTF8.GetBytes(text), text.Length + 1);

        Assert.That(string.Join('|', _lines), Is.EqualTo(expected));
    }

    [Test]
    public void A_character_may_come_in_parts()
    {
        Split(Encoding.UTF8.GetBytes("größer ✓\nals 😀"), 1);

        Assert.That(_lines, Is.EqualTo(["größer ✓", "als 😀"]));
    }

    [Test]
    public void A_line_without_end_is_handed_out_in_parts()
    {
        Split(new byte[LineSplitter.LongestLine * 3], 1000);

        Assert.That(_lines, Has.Count.EqualTo(3).And.All.Length.EqualTo(LineSplitter.LongestLine));
    }

    private void Split(byte[] bytes, int step)
    {
        var splitter = new LineSplitter(_lines.Add);
        foreach (var part in bytes.Chunk(step))
        {
            splitter.Write(part);
        }

        splitter.Complete();
    }
}
