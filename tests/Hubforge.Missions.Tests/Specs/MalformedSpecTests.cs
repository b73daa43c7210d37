using Hubforge.Primitives;

namespace Hubforge.Missions.Tests.Specs;

public sealed class MalformedSpecTests : IDisposable
{
    private readonly MissionRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [TestCaseSource(typeof(MalformedSpecs), nameof(MalformedSpecs.All))]
    public void Every_mistake_is_reported_with_its_file_and_line_and_nothing_is_changed(
        MalformedSpec mistake
    )
    {
        foreach (var deleted in mistake.Deleted)
        {
            _repository.Delete(deleted);
        }

        var isProgram = Path.GetFileName(mistake.File) == "test" && mistake.Content.Length == 0;
        _repository.Write(mistake.File, mistake.ToBytes(), isProgram);
        var before = _repository.Snapshot();

        var problems = _repository.Check().Select(Describe).ToList();

        var expected =
            $"{_repository.Root / (mistake.ReportedFile ?? mistake.File)}:{mistake.Line}: ";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                problems.Where(problem => problem.StartsWith(expected, StringComparison.Ordinal)),
                Has.Some.Contains(mistake.Message),
                string.Join('\n', problems)
            );
            Assert.That(_repository.Snapshot(), Is.EqualTo(before));
        }
    }

    [Test]
    public void The_corpus_holds_more_than_sixty_mistakes() =>
        Assert.That(MalformedSpecs.All().Count(), Is.GreaterThan(60));

    [Test]
    public void A_flawless_mission_has_no_problems() => Assert.That(_repository.Check(), Is.Empty);

    [Test]
    public void Every_problem_has_a_file_a_line_and_something_to_try()
    {
        foreach (var mistake in MalformedSpecs.All())
        {
            using var repository = new MissionRepository();
            repository.Write(mistake.File, mistake.ToBytes());

            var silent = repository
                .Check()
                .Where(problem => problem is not { File: not null, Line: >= 1, Try: not null });

            Assert.That(silent, Is.Empty, mistake.ToString());
        }
    }

    private static string Describe(Problem problem) =>
        $"{problem.File}:{problem.Line}: {problem.Message} {problem.Try}";
}
