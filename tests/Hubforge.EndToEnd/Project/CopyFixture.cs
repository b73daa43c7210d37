using Hubforge.EndToEnd.Engines;

namespace Hubforge.EndToEnd.Project;

/// <summary>Tests that work one after the other on one copy of the project and on the machine's engine.</summary>
[Category("Engine")]
[NonParallelizable]
[FixtureLifeCycle(LifeCycle.SingleInstance)]
public abstract class CopyFixture
{
    private protected ProjectCopy Copy { get; private set; } = null!;

    /// <summary>The mission of these tests' own, added to the copy; null when they work with those of the project.</summary>
    private protected virtual TinyMission? OwnMission => null;

    [OneTimeSetUp]
    public async Task CopyProject()
    {
        await Docker.RequireAsync(CancellationToken.None);
        Copy = await ProjectCopy.CreateAsync(CancellationToken.None);
        if (OwnMission is { } mission)
        {
            await mission.AddToAsync(Copy, CancellationToken.None);
        }
    }

    [OneTimeTearDown]
    public async Task RemoveCopy()
    {
        Copy?.Dispose();
        if (OwnMission is { } mission)
        {
            await mission.RemoveImagesAsync(CancellationToken.None);
        }
    }
}
