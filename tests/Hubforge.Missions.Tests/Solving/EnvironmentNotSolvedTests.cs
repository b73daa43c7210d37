using System.Collections.Immutable;
using Hubforge.Missions.Images;
using Hubforge.Missions.Solving;
using Hubforge.Missions.Specs;
using Hubforge.Tools.Solving;

namespace Hubforge.Missions.Tests.Solving;

public sealed class EnvironmentNotSolvedTests : IDisposable
{
    private readonly MissionRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Test]
    public void The_failure_names_the_lines_that_ask_for_the_packages()
    {
        var thrown = Thrown(update: []);

        var list = _repository.Root / MissionRepository.Astro / "science.pip";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thrown.Message, Does.Contain($"{list}:2: numpy>=1.26,<3"));
            Assert.That(thrown.Message, Does.Contain($"{list}:3: astropy"));
            Assert.That(thrown.Message, Does.Not.Contain("scipy"));
            Assert.That(thrown.Message.Split('\n')[^1], Does.StartWith("  try:"));
        }
    }

    [Test]
    public void In_an_update_what_is_held_may_have_to_move_along() =>
        Assert.That(
            Thrown(update: ["astropy"]).Message.Split('\n')[^1],
            Does.Contain("--update astropy with").And.Contain("without --update")
        );

    private EnvironmentNotSolvedException Thrown(ImmutableArray<string> update)
    {
        var mission = _repository.Demo;
        var environment = mission.GetEnvironment("astro");
        var order = new SolveOrder(ImageOrder.For(mission, new BuildOptions()), environment)
        {
            Update = update,
        };
        var failure = SolveLog.Parse(
            """
            ERROR: Cannot install astropy==7.0 and numpy==1.20 because these package versions have conflicting dependencies.

            The conflict is caused by:
                The user requested numpy==1.20
                astropy 7.0 depends on numpy>=1.23.2
            ERROR: ResolutionImpossible: for help visit https://pip.pypa.io/
            """
        );

        return new EnvironmentNotSolvedException(
            order,
            failure,
            SpecReader.ReadAll(mission, environment, new ProblemList())
        );
    }
}
