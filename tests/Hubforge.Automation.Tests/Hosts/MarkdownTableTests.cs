using Hubforge.Automation.Hosts;

namespace Hubforge.Automation.Tests.Hosts;

public sealed class MarkdownTableTests
{
    [Test]
    public void A_table_has_a_heading_an_alignment_and_its_rows()
    {
        var table = new MarkdownTable("Image", "Size>").With("demo", "1.2 GB");

        Assert.That(
            table.ToString(),
            Is.EqualTo("| Image | Size |\n| --- | ---: |\n| demo | 1.2 GB |\n")
        );
    }

    [Test]
    public void A_cell_stays_in_its_place_whatever_it_holds()
    {
        var table = new MarkdownTable("A").With("x | y\n<b>*z*</b> [a](b) `c` \\");

        Assert.That(
            table.ToString(),
            Does.EndWith("| x \\| y<br>&lt;b>\\*z\\*&lt;/b> \\[a](b) \\`c\\` \\\\ |\n")
        );
    }

    [Test]
    public void A_row_has_as_many_cells_as_there_are_columns() =>
        Assert.Throws<ArgumentException>(() => new MarkdownTable("A", "B").With("only one"));

    [Test]
    public void Sections_are_in_the_order_of_their_titles_and_empty_ones_are_left_out()
    {
        var sink = new SummarySink();
        var table = new MarkdownTable("A");

        sink.Add(new SummarySection("b", table.With("1")));
        sink.Add(new SummarySection("empty", table));
        sink.Add(new SummarySection("a", table.With("1")));

        Assert.That(sink.List().Select(section => section.Title), Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public void A_code_block_cannot_be_ended_by_its_text() =>
        Assert.That(MarkdownText.CodeBlock("```\nx"), Is.EqualTo("````text\n```\nx\n````\n"));
}
