using Hubforge.Automation.Binding;
using Hubforge.Automation.Planning;

namespace Hubforge.Automation.Pipelines;

/// <summary>Draws from the model of a build what pipelines have to know of it.</summary>
internal static class OutlineReader
{
    public static BuildOutline Read(BuildModel model, IDiscoverMissions? missions) =>
        new()
        {
            Targets =
            [
                .. model.Targets.Select(target =>
                    Outline(target, missions?.MissionItemTypes ?? [])
                ),
            ],
            Missions = missions is null
                ? []
                : [.. missions.MissionNames.Order(StringComparer.Ordinal)],
            Parameters = [.. model.Parameters.SelectMany(Outline)],
        };

    private static OutlineTarget Outline(TargetModel target, IReadOnlyList<Type> missionItems) =>
        new(target.Name)
        {
            DependsOn = [.. target.Dependencies.Select(other => other.Name)],
            Consumes = [.. target.Consumes.Select(source => source.Target.Name)],
            IsPerMission = target.ItemType is { } type && missionItems.Contains(type),
            Produces = [.. target.Specification.Produces],
            Partitions = target.Specification.PartitionSize ?? 1,
        };

    private static IEnumerable<OutlineParameter> Outline(ParameterModel parameter) =>
        parameter
            .EnvironmentNames.OrderByDescending(name =>
                name.StartsWith("HUBFORGE_", StringComparison.Ordinal)
            )
            .Take(1)
            .Select(name => new OutlineParameter(parameter.Name, name));
}
