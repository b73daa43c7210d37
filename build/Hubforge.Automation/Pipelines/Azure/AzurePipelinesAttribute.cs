using Hubforge.Automation.Pipelines.Yaml;

namespace Hubforge.Automation.Pipelines.Azure;

/// <summary>
/// A pipeline in <c>azure-pipelines.yml</c>, or <c>azure-pipelines.&lt;suffix&gt;.yml</c>. Missions are a matrix that a first job finds out when the
/// pipeline runs, so a new mission does not change the file.
/// </summary>
public sealed class AzurePipelinesAttribute : PipelineAttribute
{
    /// <summary>The pipeline in <c>azure-pipelines.yml</c>.</summary>
    public AzurePipelinesAttribute(AzurePipelinesImage image)
        : base("azure-pipelines") => Image = image;

    /// <summary>The pipeline in <c>azure-pipelines.&lt;suffix&gt;.yml</c>, which has the suffix as its name.</summary>
    public AzurePipelinesAttribute(string suffix, AzurePipelinesImage image)
        : base(suffix)
    {
        Suffix = suffix;
        Image = image;
    }

    /// <summary>What the name of the file has before its extension; null for nothing.</summary>
    public string? Suffix { get; }

    /// <summary>The agent of all jobs.</summary>
    public AzurePipelinesImage Image { get; }

    /// <summary>A pool of own agents, instead of the image; null for none.</summary>
    public string? Pool { get; set; }

    /// <summary>Variable groups that jobs can read.</summary>
    public string[] ImportVariableGroups { get; set; } = [];

    /// <summary>Branches on which the schedule runs.</summary>
    public string[] ScheduleBranches { get; set; } = ["main"];

    internal override string Path =>
        Suffix is null ? "azure-pipelines.yml" : $"azure-pipelines.{Suffix}.yml";

    internal override IEnumerable<string> FindProblems(
        BuildOutline outline,
        IReadOnlyList<PipelineJob> jobs
    )
    {
        foreach (
            var job in jobs.Where(job => job is { IsPerMission: true, Target.Partitions: > 1 })
        )
        {
            yield return $"pipeline '{Name}': {job.Target.Name} runs for each mission and is divided; Azure Pipelines can do one of the two";
        }

        foreach (var job in jobs.Where(job => job.ConcurrencyGroup is not null))
        {
            yield return $"pipeline '{Name}': {job.Target.Name} has a concurrency group, which Azure Pipelines does not know";
        }

        foreach (var job in jobs.Where(job => job.EnvironmentName is not null))
        {
            yield return $"pipeline '{Name}': {job.Target.Name} has an environment, which Azure Pipelines knows only for deployment jobs";
        }
    }

    internal override string Write(BuildOutline outline, IReadOnlyList<PipelineJob> jobs) =>
        YamlEmitter.Emit(
            new AzurePipelineWriter(this, jobs).ToPipeline().ToYaml(),
            GeneratedFile.Header
        );
}
