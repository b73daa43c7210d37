using System.Collections.Immutable;
using System.Globalization;

namespace Hubforge.Automation.Pipelines;

/// <summary>A job of a pipeline, before it is written for a host.</summary>
/// <param name="Target">The invoked target.</param>
internal sealed record PipelineJob(OutlineTarget Target)
{
    /// <summary>Jobs of the invoked targets that come first.</summary>
    public ImmutableArray<PipelineJob> Needs { get; init; } = [];

    /// <summary>Whether another job of the pipeline needs this one.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>Whether a job that needs this one takes files from it.</summary>
    public bool IsHandedOver { get; init; }

    /// <summary>Files that the target and those that run within the job leave, as globs from the root.</summary>
    public ImmutableArray<string> Produces { get; init; } = [];

    /// <summary>Arguments that follow the target in the command.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>Parameters that the job gets as secrets.</summary>
    public ImmutableArray<OutlineParameter> Secrets { get; init; } = [];

    /// <summary>Parameters that the job gets from variables of the project.</summary>
    public ImmutableArray<OutlineParameter> Variables { get; init; } = [];

    /// <summary>After how many minutes it is ended.</summary>
    public int TimeoutMinutes { get; init; }

    /// <summary>The deployment environment; null for none.</summary>
    public string? EnvironmentName { get; init; }

    /// <summary>Jobs of the same group and mission run one at a time; null for no group.</summary>
    public string? ConcurrencyGroup { get; init; }

    /// <summary>GitHub permissions beyond reading the sources, as <c>scope: access</c>.</summary>
    public ImmutableArray<string> Permissions { get; init; } = [];

    /// <summary>The target's name with dashes, <c>compile-envs</c>.</summary>
    public string Id => JobId.For(Target.Name);

    /// <summary>Whether the job is run once for each mission.</summary>
    public bool IsPerMission => Target.IsPerMission;

    /// <summary>
    /// Whether <paramref name="to"/> takes files from this job. A mission's job always does, even when there are none: that they
    /// came is how it knows that its own mission went well.
    /// </summary>
    public bool HandsOver(PipelineJob to) => !Produces.IsEmpty || (IsPerMission && to.IsPerMission);

    /// <summary>Returns the command line for a POSIX shell.</summary>
    /// <param name="mission">The mission as the shell is to read it, quoted; null when the job is not of one.</param>
    /// <param name="partition">Which part of the work this is, as the shell is to read it, quoted; null when it is not divided.</param>
    public string CommandLine(string? mission, string? partition)
    {
        var words = new List<string> { "./build.sh", Target.Name };
        words.AddRange(mission is null ? [] : ["--mission", mission]);
        words.AddRange(partition is null ? [] : ["--partition", partition]);
        words.AddRange(Arguments.Select(ShellWord.Quote));
        return string.Join(' ', words);
    }

    /// <summary>Returns the files that the job leaves, with <paramref name="mission"/> in their place in the globs.</summary>
    public IEnumerable<string> ProducedFor(string mission) =>
        Produces.Select(path =>
            path.Replace(OutlineTarget.MissionPlaceholder, mission, StringComparison.Ordinal)
        );

    /// <summary>Returns the number of parts as text; null when the work is not divided.</summary>
    public string? PartitionCount() =>
        Target.Partitions > 1 ? Target.Partitions.ToString(CultureInfo.InvariantCulture) : null;
}
