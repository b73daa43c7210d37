using Hubforge.Automation.Pipelines;
using Hubforge.Testing;

namespace Hubforge.Automation.Tests.Pipelines;

public sealed class ApprovedPipelinesTests
{
    [Test]
    public void The_workflow_of_pull_requests_is_the_approved_one() =>
        Approved.Matches(Text(SampleWorkflows.PullRequest()));

    [Test]
    public void The_workflow_that_renews_locks_is_the_approved_one() =>
        Approved.Matches(Text(SampleWorkflows.Weekly(), SampleWorkflows.SolveFloating()));

    [Test]
    public void The_pipeline_of_GitLab_is_the_approved_one() =>
        Approved.Matches(Text(SampleWorkflows.GitLab()));

    [Test]
    public void The_pipeline_of_Azure_is_the_approved_one() =>
        Approved.Matches(Text(SampleWorkflows.Azure()));

    private static string Text(
        PipelineAttribute pipeline,
        params PipelineJobAttribute[] refinements
    ) => SampleOutline.Generate(pipeline, refinements).Single().Text;
}
