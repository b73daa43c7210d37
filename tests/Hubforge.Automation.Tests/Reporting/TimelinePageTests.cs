using Hubforge.Automation.Reporting;
using Hubforge.Automation.Tests.Hosts;
using Hubforge.Primitives;

namespace Hubforge.Automation.Tests.Reporting;

public sealed class TimelinePageTests
{
    [Test]
    public void A_node_is_a_bar_from_its_start_over_its_duration()
    {
        var page = TimelinePage.Of(SampleRun.Failed(AbsolutePath.Parse("/src")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                page,
                Does.Contain("<div class=\"Failed\" style=\"left:95.42%;width:2.29%\"></div>")
            );
            Assert.That(page, Does.Contain("2:08 min of work in 2:11 min"));
            Assert.That(page, Does.Contain(">30 s</i>").And.Contain(">2 min</i>"));
        }
    }

    [Test]
    public void Names_and_reasons_are_no_markup_and_nothing_is_loaded_from_elsewhere()
    {
        var run = SampleRun.Failed(AbsolutePath.Parse("/src"));
        var node = run.Nodes[0] with { Name = "<script>", Reason = "<img src=x>" };

        var page = TimelinePage.Of(run with { Nodes = [node] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page, Does.Contain("&lt;script&gt;").And.Contain("&lt;img src=x&gt;"));
            Assert.That(page, Does.Not.Contain("http").And.Not.Contain("<img"));
        }
    }
}
