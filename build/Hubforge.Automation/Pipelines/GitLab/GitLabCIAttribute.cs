using Hubforge.Automation.Pipelines.Yaml;

namespace Hubforge.Automation.Pipelines.GitLab;

/// <summary>
/// The pipeline in <c>.gitlab-ci.yml</c>. GitLab has no matrix that is found out while it runs, so each mission gets jobs of its own,
/// which need exactly the jobs of the same mission; <c>GenerateCi --check</c> tells when a mission came or went.
/// </summary>
/// <param name="name">The name of the pipeline.</param>
public sealed class GitLabCIAttribute(string name) : PipelineAttribute(name)
{
    /// <summary>The image in which jobs run; null for the runner's own.</summary>
    public string? Image { get; set; }

    /// <summary>Images that run beside a job, such as a container engine.</summary>
    public string[] Services { get; set; } = [];

    /// <summary>Tags that a runner must have.</summary>
    public string[] Tags { get; set; } = [];

    internal override string Path => ".gitlab-ci.yml";

    internal override IEnumerable<string> FindProblems(
        BuildOutline outline,
        IReadOnlyList<PipelineJob> jobs
    )
    {
        if (outline.Missions.IsEmpty && jobs.Any(job => job.IsPerMission))
        {
            yield return $"pipeline '{Name}' has jobs for each mission, but there is no mission";
        }
    }

    internal override string Write(BuildOutline outline, IReadOnlyList<PipelineJob> jobs) =>
        YamlEmitter.Emit(
            new GitLabPipelineWriter(this, outline, jobs).ToPipeline().ToYaml(),
            GeneratedFile.Header
        );
}
