using System.Collections.Immutable;
using Hubforge.Automation.Pipelines.Yaml;

namespace Hubforge.Automation.Pipelines.GitHub;

/// <summary>What starts a workflow.</summary>
internal sealed record GitHubTriggers
{
    /// <summary>Null when pushes do not start it.</summary>
    public GitHubFilter? Push { get; init; }

    /// <summary>Null when pull requests do not start it.</summary>
    public GitHubFilter? PullRequest { get; init; }

    public bool WorkflowDispatch { get; init; }

    /// <summary>Schedules in cron's five fields.</summary>
    public ImmutableArray<string> Cron { get; init; } = [];

    public YamlMapping ToYaml()
    {
        var schedules = Cron.Select(cron => (YamlNode)YamlMapping.Empty.With("cron", cron));
        return YamlMapping
            .Empty.With("push", Push?.ToYaml())
            .With("pull_request", PullRequest?.ToYaml())
            .With("schedule", Cron.IsEmpty ? null : new YamlSequence([.. schedules]))
            .With("workflow_dispatch", WorkflowDispatch ? YamlMapping.Empty : null);
    }
}
