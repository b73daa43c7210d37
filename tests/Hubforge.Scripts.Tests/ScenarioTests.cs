using Hubforge.Processes;

namespace Hubforge.Scripts.Tests;

/// <summary>Both flows from floating to frozen, in containers of the base image, without any network but loopback.</summary>
[Category("Engine")]
[NonParallelizable]
[CancelAfter(600_000)]
internal sealed class ScenarioTests
{
    private static readonly ProcessRunner Processes = new();

    [TestCase("pip-tools-flow")]
    [TestCase("classic-flow")]
    [TestCase("conda-flow")]
    public async Task A_flow_solves_freezes_and_rebuilds(string scenario)
    {
        var image = await FindBaseImageAsync();
        if (image is null)
        {
            Assert.Ignore("there is no base image; try: ./build.sh BuildBase --mission demo");
        }

        var command = new Command("docker")
            .With("run", "--rm", "--network", "none", "--user", "0", "--label", "hubforge=scenario")
            .With("--volume", $"{ScriptImage.Scripts}:/opt/common-scripts:ro")
            .With("--volume", $"{ScriptImage.StandIns.Parent}:/tests:ro")
            .With(image!, "bash", $"/tests/Scenarios/{scenario}.sh") with
        {
            AcceptedExitCodes = [0, 1],
        };

        var result = await Processes.RunAsync(
            command,
            line => TestContext.Progress.WriteLine(line.Text),
            TestContext.CurrentContext.CancellationToken
        );

        Assert.That(
            result.Output,
            Does.EndWith("scenario passed\n"),
            () => result.LastErrorLines(40)
        );
    }

    private static async Task<string?> FindBaseImageAsync()
    {
        var named = TestContext.Parameters["BaseImage"];
        if (named is not null || Processes.FindProgram("docker") is null)
        {
            return named;
        }

        var result = await Processes.RunAsync(
            new Command("docker").With("images", "--quiet", "hubforge-base") with
            {
                AcceptedExitCodes = [0, 1],
            },
            null,
            TestContext.CurrentContext.CancellationToken
        );
        return result.OutputLines.FirstOrDefault(line => line.Length > 0);
    }
}
