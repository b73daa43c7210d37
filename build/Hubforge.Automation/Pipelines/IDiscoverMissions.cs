namespace Hubforge.Automation.Pipelines;

/// <summary>Tells the jobs of a CI pipeline which missions there are, and which of them a change touches.</summary>
public interface IDiscoverMissions : IHubforgeBuild
{
    /// <summary>Only missions that something since this commit touches; all of them when empty.</summary>
    [Parameter("Discover only missions touched since this branch, tag or commit; all when empty")]
    string? ChangedSince => TryGetValue(() => ChangedSince);

    /// <summary>Types of the items over which targets have <c>ForEach</c> and of which each belongs to one mission: the mission itself, its environments.</summary>
    IReadOnlyList<Type> MissionItemTypes { get; }

    /// <summary>Names of all missions, whichever the run is restricted to.</summary>
    IReadOnlyList<string> MissionNames { get; }

    /// <summary>Returns the paths, from the root and with <c>/</c>, that differ between <paramref name="since"/> and the working tree.</summary>
    Task<IReadOnlyList<string>> ListChangedFilesAsync(
        string since,
        CancellationToken cancellationToken
    );

    /// <summary>Sets the outputs <c>missions</c> and <c>matrix</c>, from which generated pipelines make their jobs.</summary>
    Target DiscoverMissions =>
        target =>
            target
                .Description("Names the missions that a change touches, for the jobs of a pipeline")
                .Executes(DiscoverAsync);

    private async Task DiscoverAsync(CancellationToken cancellationToken)
    {
        var missions = MissionNames;

        // A push that makes a branch has no commit before it: forty zeros.
        if (ChangedSince is { } since && since.Any(character => character is not ('0' or ' ')))
        {
            var changed = await ListChangedFilesAsync(since, cancellationToken);
            missions = MissionSelection.TouchedBy(changed, missions);
        }

        Reporter.Write(
            Primitives.Severity.Information,
            missions.Count == 0 ? "no mission is touched" : string.Join(", ", missions)
        );
        foreach (var output in MissionSelection.ToOutputs(missions))
        {
            await Host.SetOutputAsync(output, TemporaryDirectory, cancellationToken);
        }
    }
}
