using Hubforge.Automation.Pipelines;
using Hubforge.Build.Work;
using Hubforge.Missions.Specs;
using Hubforge.Processes;
using Hubforge.Tools.Git;

namespace Hubforge.Build;

/// <summary>Tells generated pipelines which missions there are and what a change touches. The pipelines themselves are the attributes of <see cref="Build"/>.</summary>
internal interface IPipelines : IGenerateCi, IDiscoverMissions
{
    /// <summary>The one door to programs.</summary>
    IProcessRunner Processes { get; }

    IReadOnlyList<Type> IDiscoverMissions.MissionItemTypes =>
        [typeof(Mission), typeof(MissionEnvironment)];

    IReadOnlyList<string> IDiscoverMissions.MissionNames =>
        [.. new Deployments(RootDirectory).ListNames()];

    async Task<IReadOnlyList<string>> IDiscoverMissions.ListChangedFilesAsync(
        string since,
        CancellationToken cancellationToken
    ) => await new Git(Processes, RootDirectory).ListChangedFilesAsync(since, cancellationToken);
}
