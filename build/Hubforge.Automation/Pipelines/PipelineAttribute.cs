namespace Hubforge.Automation.Pipelines;

/// <summary>
/// A pipeline of a CI host that <c>GenerateCi</c> writes from the build class: every invoked target becomes a job, together with
/// the targets it depends on that are not invoked themselves, and needs the jobs of the invoked ones.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public abstract class PipelineAttribute(string name) : Attribute
{
    /// <summary>The name of the pipeline, shown by the host and used in the name of the file.</summary>
    public string Name { get; } = name;

    /// <summary>Targets that get a job of their own, by name: <c>[nameof(Test), nameof(Push)]</c>.</summary>
    public string[] InvokedTargets { get; set; } = [];

    /// <summary>Arguments that follow the target in the command of every job.</summary>
    public string[] Arguments { get; set; } = [];

    /// <summary>
    /// Parameters that jobs get as secrets of the host, by name: <c>[nameof(RegistryPassword)]</c> reads the secret
    /// <c>REGISTRY_PASSWORD</c>. Every job of a target gets them; use <see cref="PipelineJobAttribute"/> to give them to one.
    /// </summary>
    public string[] ImportSecrets { get; set; } = [];

    /// <summary>
    /// Parameters that jobs get from variables of the project, by name: <c>[nameof(Repository)]</c> reads <c>HUBFORGE_REPOSITORY</c>, and is nothing
    /// where the project has no such variable. GitHub alone has to be told; GitLab and Azure hand their variables to every job.
    /// </summary>
    public string[] ImportVariables { get; set; } = [];

    /// <summary>Runs jobs of missions only for those that a change touches.</summary>
    public bool ChangedMissionsOnly { get; set; }

    /// <summary>Branches whose pushes start the pipeline.</summary>
    public string[] OnPushBranches { get; set; } = [];

    /// <summary>Tags whose pushes start the pipeline.</summary>
    public string[] OnPushTags { get; set; } = [];

    /// <summary>A push starts the pipeline only when it changes one of these paths; empty for any.</summary>
    public string[] OnPushIncludePaths { get; set; } = [];

    /// <summary>A push that changes only these paths does not start the pipeline.</summary>
    public string[] OnPushExcludePaths { get; set; } = [];

    /// <summary>Branches into which a pull request (GitLab: merge request) starts the pipeline.</summary>
    public string[] OnPullRequestBranches { get; set; } = [];

    /// <summary>A pull request starts the pipeline only when it changes one of these paths; empty for any.</summary>
    public string[] OnPullRequestIncludePaths { get; set; } = [];

    /// <summary>A pull request that changes only these paths does not start the pipeline.</summary>
    public string[] OnPullRequestExcludePaths { get; set; } = [];

    /// <summary>When the pipeline starts by itself, in cron's five fields, UTC; empty for never.</summary>
    public string OnCronSchedule { get; set; } = "";

    /// <summary>After how many minutes a job is ended.</summary>
    public int TimeoutMinutes { get; set; } = 120;

    /// <summary>Globs of the files whose content names the cache of packages; empty for no cache.</summary>
    public string[] CacheKeyFiles { get; set; } = ["**/packages.lock.json", "global.json"];

    /// <summary>Folders that the cache keeps. Packages only, by default: everything else is made again from its inputs.</summary>
    public string[] CacheIncludePatterns { get; set; } = ["~/.nuget/packages"];

    /// <summary>Whether jobs keep what their targets produce as artifacts; they always hand it to the jobs that need them.</summary>
    public bool PublishArtifacts { get; set; } = true;

    /// <summary>The file, from the root.</summary>
    internal abstract string Path { get; }

    /// <summary>Problems of this kind of pipeline, beyond those of its jobs.</summary>
    internal virtual IEnumerable<string> FindProblems(
        BuildOutline outline,
        IReadOnlyList<PipelineJob> jobs
    ) => [];

    /// <summary>Returns the whole text of the file.</summary>
    internal abstract string Write(BuildOutline outline, IReadOnlyList<PipelineJob> jobs);
}
