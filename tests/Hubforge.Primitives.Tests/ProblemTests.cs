namespace Hubforge.Primitives.Tests;

[Platform(Exclude = "Win", Reason = "the paths are those of unix")]
public sealed class ProblemTests
{
    [Test]
    public void A_problem_names_its_place_and_what_to_try()
    {
        var problem = new Problem(Severity.Error, "unknown key 'plaforms'")
        {
            File = AbsolutePath.Parse("/m/mission.yml"),
            Line = 3,
            Exists = "platforms",
            Try = "write platforms",
        };

        Assert.That(
            problem.ToString(),
            Is.EqualTo(
                """
                /m/mission.yml:3: unknown key 'plaforms'
                  exists:    platforms
                  try:       write platforms
                """
            )
        );
    }
}
