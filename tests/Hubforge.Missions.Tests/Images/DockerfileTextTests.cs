using Hubforge.Missions.Images;

namespace Hubforge.Missions.Tests.Images;

public sealed class DockerfileTextTests
{
    [Test]
    public void The_trailer_follows_after_a_blank_line() =>
        Assert.That(
            DockerfileText.Join("FROM a\n\n\n", "USER b"),
            Is.EqualTo("FROM a\n\nUSER b\n")
        );

    [Test]
    public void Declared_arguments_are_found_one_or_many_with_and_without_defaults() =>
        Assert.That(
            DockerfileText.DeclaredArguments(
                "ARG ONE\nFROM x\n  arg TWO=\"a b\" THREE\nARG FOUR \\\n    FIVE=5\nRUN echo ARG SIX\n# ARG SEVEN\n"
            ),
            Is.EquivalentTo(["ONE", "TWO", "THREE", "FOUR", "FIVE"])
        );
}
