namespace Hubforge.Primitives.Tests;

public sealed class SuggestionsTests
{
    private static readonly string[] s_names = ["BuildMission", "BuildCommon", "Push", "Test"];

    [TestCase("puhs", "Push")]
    [TestCase("Psuh", "Push")]
    [TestCase("upsh", "Push")]
    [TestCase("tset", "Test")]
    [TestCase("build-mision", "BuildMission")]
    [TestCase("buildc", "BuildCommon")]
    [TestCase("TEST", "Test")]
    public void The_closest_name_is_suggested(string typed, string expected)
    {
        Assert.That(Suggestions.Closest(typed, s_names), Is.EqualTo(expected));
    }

    [TestCase("deploy")]
    [TestCase("")]
    public void Nothing_is_suggested_when_nothing_is_close(string typed)
    {
        Assert.That(Suggestions.Closest(typed, s_names), Is.Null);
    }
}
