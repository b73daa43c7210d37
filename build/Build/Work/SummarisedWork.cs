using Hubforge.Automation.Hosts;
using Hubforge.Missions.Specs;
using Hubforge.Missions.Testing;

namespace Hubforge.Build.Work;

/// <summary>The work whose results people look for on the page of a CI job.</summary>
internal sealed class SummarisedWork(MissionWork work, SummarySink summary)
{
    public async Task CompileAsync(
        MissionEnvironment environment,
        CancellationToken cancellationToken
    )
    {
        foreach (var diff in await work.CompileAsync(environment, cancellationToken))
        {
            summary.Add(RunTables.Of(environment.Mission.Name, diff));
        }
    }

    /// <summary>Builds the mission's image and returns its size.</summary>
    public async Task<string> BuildMissionAsync(
        Mission mission,
        CancellationToken cancellationToken
    )
    {
        var image = await work.BuildMissionAsync(mission, cancellationToken);
        var images = await work.ListImagesAsync(mission, cancellationToken);
        summary.Add(RunTables.Of(mission.Name, images));
        return RunTables.SizeOf(image);
    }

    public async Task TestAsync(Mission mission, CancellationToken cancellationToken)
    {
        try
        {
            Add(await work.TestAsync(mission, cancellationToken));
        }
        catch (TestsFailedException failure)
        {
            Add(failure.Report);
            throw;
        }
    }

    private void Add(TestReport report)
    {
        foreach (var section in RunTables.Of(report))
        {
            summary.Add(section);
        }
    }
}
