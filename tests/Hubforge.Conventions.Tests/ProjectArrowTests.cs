using System.Xml.Linq;

namespace Hubforge.Conventions.Tests;

public sealed class ProjectArrowTests
{
    private static readonly Dictionary<string, string[]> s_allowed = new()
    {
        ["Hubforge.Primitives"] = [],
        ["Hubforge.Automation"] = ["Hubforge.Primitives"],
        ["Hubforge.Processes"] = ["Hubforge.Primitives"],
        ["Hubforge.Containers"] = ["Hubforge.Primitives", "Hubforge.Processes"],
        ["Hubforge.Tools"] = ["Hubforge.Primitives", "Hubforge.Processes"],
        ["Hubforge.Missions"] =
        [
            "Hubforge.Containers",
            "Hubforge.Primitives",
            "Hubforge.Processes",
            "Hubforge.Tools",
        ],
        ["Build"] =
        [
            "Hubforge.Automation",
            "Hubforge.Containers",
            "Hubforge.Missions",
            "Hubforge.Primitives",
            "Hubforge.Processes",
            "Hubforge.Tools",
        ],
    };

    [Test]
    public void A_project_refers_only_to_those_below_it(
        [ValueSource(nameof(ProjectNames))] string name
    )
    {
        var project = Checkout.Projects().Single(path => path.NameWithoutExtension == name);

        var references = XDocument
            .Load(project)
            .Descendants("ProjectReference")
            .Select(reference =>
                Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)
            );

        Assert.That(references, Is.SubsetOf(s_allowed[name]));
    }

    private static IEnumerable<string> ProjectNames() =>
        Checkout.Projects().Select(path => path.NameWithoutExtension);
}
