using Hubforge.Automation.Pipelines;

namespace Hubforge.Automation.Tests.Pipelines;

public sealed class DiscoverMissionsTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [TestCase("deployments/roman/image/environments/astro/astro.pip", "roman")]
    [TestCase("deployments/roman/a;deployments/demo/b", "demo roman")]
    [TestCase("common/image/Dockerfile", "demo roman tike")]
    [TestCase("global.json", "demo roman tike")]
    [TestCase("docs/ci.md;README.md;deployments.md", "")]
    [TestCase("deployments/gone/image/x", "")]
    [TestCase("tests/global.json", "")]
    public void A_mission_is_touched_by_its_own_files_and_by_those_that_all_share(
        string changed,
        string expected
    )
    {
        var touched = MissionSelection.TouchedBy(changed.Split(';'), ["demo", "roman", "tike"]);

        Assert.That(string.Join(' ', touched), Is.EqualTo(expected));
    }

    [TestCase("abc123", """missions=["roman"]""", """matrix={"roman":{"mission":"roman"}}""")]
    [TestCase("", """missions=["demo","roman"]""", "demo")]
    [TestCase("0000000000000000000000000000000000000000", """missions=["demo","roman"]""", "demo")]
    public async Task The_touched_missions_are_handed_to_the_next_jobs(
        string since,
        string expectedMissions,
        string expectedMatrix
    )
    {
        _sandbox.Variables["GITHUB_ACTIONS"] = "true";
        _sandbox.Variables["GITHUB_OUTPUT"] = _sandbox.Root / "out";
        _sandbox.Variables["HUBFORGE_CHANGED_SINCE"] = since;

        var exitCode = await _sandbox.RunAsync<MissionsBuild>("DiscoverMissions");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Zero, _sandbox.Everything);
            Assert.That(
                _sandbox.Read("out"),
                Does.Contain(expectedMissions).And.Contain(expectedMatrix)
            );
        }
    }

    private sealed class MissionsBuild : HubforgeBuild, IDiscoverMissions
    {
        IReadOnlyList<Type> IDiscoverMissions.MissionItemTypes => [];

        IReadOnlyList<string> IDiscoverMissions.MissionNames => ["demo", "roman"];

        Task<IReadOnlyList<string>> IDiscoverMissions.ListChangedFilesAsync(
            string since,
            CancellationToken cancellationToken
        ) => Task.FromResult<IReadOnlyList<string>>(["deployments/roman/mission.yml"]);
    }
}
