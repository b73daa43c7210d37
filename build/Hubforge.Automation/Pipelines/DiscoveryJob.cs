namespace Hubforge.Automation.Pipelines;

/// <summary>The names by which the discovering job and those that use its result know each other.</summary>
internal static class DiscoveryJob
{
    /// <summary>The target of <see cref="IDiscoverMissions"/>.</summary>
    public const string Target = nameof(IDiscoverMissions.DiscoverMissions);

    /// <summary>Id of the job and of the step in it.</summary>
    public const string Id = "discover";

    /// <summary>The environment variable that names the commit to compare with.</summary>
    public const string ChangedSinceVariable = "HUBFORGE_CHANGED_SINCE";

    /// <summary>Output: the missions as a JSON list, <c>["roman"]</c>.</summary>
    public const string MissionsOutput = "missions";

    /// <summary>Output: the missions as Azure wants a matrix, <c>{"roman":{"mission":"roman"}}</c>.</summary>
    public const string MatrixOutput = "matrix";

    /// <summary>After how many minutes the job is ended.</summary>
    public const int TimeoutMinutes = 15;
}
