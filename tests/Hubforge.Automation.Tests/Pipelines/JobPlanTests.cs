using Hubforge.Automation.Pipelines;
using Hubforge.Automation.Pipelines.GitHub;

namespace Hubforge.Automation.Tests.Pipelines;

/// <summary>Which jobs a pipeline has, and what they wait for.</summary>
public sealed class JobPlanTests
{
    private static readonly OutlineTarget s_draw = new("Draw") { Produces = ["artifacts/*.svg"] };

    [Test]
    public void What_a_target_consumes_is_made_and_handed_over_by_a_job_before_it()
    {
        var jobs = Plan(
            ["Draw", "Publish"],
            s_draw,
            new OutlineTarget("Publish") { Consumes = ["Draw"] }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(jobs.Select(job => job.Target.Name), Is.EqualTo(["Draw", "Publish"]));
            Assert.That(jobs[1].Needs.Select(need => need.Id), Is.EqualTo(["draw"]));
            Assert.That(jobs[0].IsHandedOver, Is.True);
        }
    }

    [Test]
    public void What_is_consumed_within_a_job_counts_for_the_job()
    {
        var jobs = Plan(
            ["Draw", "Publish"],
            s_draw,
            new OutlineTarget("Collect") { Consumes = ["Draw"] },
            new OutlineTarget("Publish") { DependsOn = ["Collect"] }
        );

        Assert.That(jobs[1].Needs.Select(need => need.Id), Is.EqualTo(["draw"]));
    }

    [Test]
    public void Jobs_that_would_wait_for_each_other_are_an_error_with_the_circle()
    {
        var failure = Assert.Throws<InvalidBuildException>(() =>
            Plan(
                ["Draw", "Publish"],
                s_draw with
                {
                    DependsOn = ["Publish"],
                },
                new OutlineTarget("Publish") { Consumes = ["Draw"] }
            )
        );

        Assert.That(failure.Message, Does.Contain("Draw -> Publish -> Draw"));
    }

    private static IReadOnlyList<PipelineJob> Plan(string[] invoked, params OutlineTarget[] targets)
    {
        var pipeline = new GitHubActionsAttribute("pages", GitHubActionsImage.UbuntuLatest)
        {
            InvokedTargets = invoked,
        };
        return new JobPlan(
            new BuildOutline { Missions = [], Targets = [.. targets] },
            pipeline,
            []
        ).ListJobs();
    }
}
