using System.Reflection;
using Hubforge.Automation;

namespace Hubforge.Conventions.Tests;

public sealed class DocumentationTests
{
    [Test]
    public void Every_target_stands_in_the_page_of_targets()
    {
        var page = File.ReadAllText(Checkout.Root / "docs" / "targets.md");

        var missing = Targets()
            .Where(name => !page.Contains($"`{name}`", StringComparison.Ordinal));

        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void An_architecture_decision_fits_on_a_page(
        [ValueSource(nameof(Decisions))] string name
    )
    {
        var lines = File.ReadAllLines(Checkout.Root / "docs" / "adr" / name);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines, Has.Length.LessThanOrEqualTo(40));
            Assert.That(lines, Has.Member("## Context"));
            Assert.That(lines, Has.Member("## Decision"));
            Assert.That(lines, Has.Member("## Consequences"));
            Assert.That(lines, Has.Member("## Rejected"));
        }
    }

    [TestCase("README.md", 150)]
    [TestCase("CONTRIBUTING.md", 80)]
    public void A_page_stays_short(string name, int limit)
    {
        var lines = File.ReadAllLines(Checkout.Root / name);

        Assert.That(lines, Has.Length.LessThanOrEqualTo(limit));
    }

    private static IEnumerable<string> Targets()
    {
        var build = Assembly.Load("hubforge").GetType("Hubforge.Build.Build")!;
        const BindingFlags declared =
            BindingFlags.Instance
            | BindingFlags.Public
            | BindingFlags.NonPublic
            | BindingFlags.DeclaredOnly;
        return build
            .GetInterfaces()
            .Append(build)
            .SelectMany(type => type.GetProperties(declared))
            .Where(property => property.PropertyType == typeof(Target))
            .Select(property => property.Name.Split('.')[^1])
            .Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Decisions() =>
        Directory
            .EnumerateFiles(Checkout.Root / "docs" / "adr", "*.md")
            .Select(file => Path.GetFileName(file));
}
