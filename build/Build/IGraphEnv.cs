using Hubforge.Automation;
using Hubforge.Build.Work;
using Hubforge.Missions.Specs;
using Hubforge.Primitives;
using Hubforge.Tools.Graphs;

namespace Hubforge.Build;

/// <summary>Draws how the packages of an environment depend on each other, which helps out of a maze of dependencies.</summary>
internal interface IGraphEnv : IHubforgeBuild
{
    [Parameter(
        "Environment whose packages GraphEnv draws",
        ValueProviderMember = nameof(MissionBuild.EnvironmentChoices)
    )]
    string? Environment => TryGetValue(() => Environment);

    [Parameter("Packages whose needs GraphEnv draws; all of the environment without it")]
    string[] Packages => TryGetValue(() => Packages) ?? [];

    [Parameter("Draw what needs the --packages instead of what they need")]
    bool Reverse => TryGetValue<bool?>(() => Reverse) ?? false;

    /// <summary>The missions that were asked for.</summary>
    IReadOnlyList<Mission> Missions { get; }

    /// <summary>Does the work.</summary>
    MissionWork Work { get; }

    /// <summary>Makes the image that holds the environment.</summary>
    Target BuildMission { get; }

    Target GraphEnv =>
        target =>
            target
                .Description(
                    "Draws the dependencies of an --environment as SVG and PNG, conflicts in red"
                )
                .Requires(() => Environment)
                .ForEach(Missions, mission => mission.Name)
                .DependsOn(BuildMission)
                .Executes(DrawAsync)
                .Produces("artifacts/{mission}/graph-*");

    private async Task DrawAsync(Mission mission, CancellationToken cancellationToken)
    {
        var environment = new MissionEnvironment(mission, mission.GetEnvironment(Environment!));
        var drawing = await Work.DrawAsync(environment, (Packages, Reverse), cancellationToken);
        foreach (var edge in drawing.Graph.Conflicts)
        {
            Reporter.Write(Severity.Warning, Describe(edge, drawing.Graph));
        }

        ReportSummary("svg", drawing.Svg.ToString());
        ReportSummary("png", drawing.Png.ToString());
    }

    private static string Describe(GraphEdge edge, DependencyGraph graph) =>
        $"{edge.From} asks for {edge.To} {edge.Constraint}".TrimEnd()
        + (
            graph.Packages[edge.To].Version is { } version
                ? $", and {version} is installed."
                : ", which is not installed."
        );
}
