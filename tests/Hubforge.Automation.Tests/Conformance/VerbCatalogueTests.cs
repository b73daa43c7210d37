using Hubforge.Testing;

namespace Hubforge.Automation.Tests.Conformance;

/// <summary>Every verb of NUKE's <c>ITargetDefinition</c> is here by its name, or left out on purpose and then in docs/nuke.md.</summary>
public sealed class VerbCatalogueTests
{
    private static readonly Type[] s_verbs =
    [
        typeof(ITargetDefinition),
        typeof(ConditionVerbs),
        typeof(DependencyVerbs),
        typeof(DescriptionVerbs),
    ];

    [TestCase("Description")]
    [TestCase("Executes")]
    [TestCase("DependsOn")]
    [TestCase("TryDependsOn")]
    [TestCase("DependentFor")]
    [TestCase("TryDependentFor")]
    [TestCase("Before")]
    [TestCase("TryBefore")]
    [TestCase("After")]
    [TestCase("TryAfter")]
    [TestCase("Triggers")]
    [TestCase("TryTriggers")]
    [TestCase("TriggeredBy")]
    [TestCase("TryTriggeredBy")]
    [TestCase("OnlyWhenStatic")]
    [TestCase("OnlyWhenDynamic")]
    [TestCase("WhenSkipped")]
    [TestCase("Requires")]
    [TestCase("ProceedAfterFailure")]
    [TestCase("AssuredAfterFailure")]
    [TestCase("Unlisted")]
    [TestCase("Base")]
    [TestCase("Inherit")]
    [TestCase("Produces")]
    [TestCase("Consumes")]
    [TestCase("Partition")]
    [TestCase("When")]
    public void A_verb_of_NUKE_is_here_by_its_name(string verb) =>
        Assert.That(s_verbs.Any(type => Has(type, verb)), verb);

    [TestCase(
        "DependsOnContext",
        "DependsOn and AssuredAfterFailure say the same without a kind of target of its own"
    )]
    [TestCase("DockerRun", "containers are the work of targets here, not a place to run them in")]
    public void A_verb_of_NUKE_is_left_out_on_purpose(string verb, string reason)
    {
        var page = File.ReadAllText(Repository.Root / "docs" / "nuke.md");

        Assert.That(s_verbs.Any(type => Has(type, verb)), Is.False, reason);
        Assert.That(page, Does.Contain($"`{verb}`"));
    }

    private static bool Has(Type type, string verb) =>
        type.GetMethods().Any(method => method.Name == verb);
}
