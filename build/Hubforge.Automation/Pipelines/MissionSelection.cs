using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Hubforge.Automation.Hosts;

namespace Hubforge.Automation.Pipelines;

/// <summary>Picks missions by the files that changed.</summary>
internal static class MissionSelection
{
    /// <summary>Returns those of <paramref name="missions"/> that have a changed file, all of them when something changed that they share.</summary>
    public static IReadOnlyList<string> TouchedBy(
        IReadOnlyList<string> changedFiles,
        IReadOnlyList<string> missions
    )
    {
        if (changedFiles.Any(IsShared))
        {
            return missions;
        }

        var touched = changedFiles
            .Where(file => file.StartsWith(MissionPaths.Missions, StringComparison.Ordinal))
            .Select(file => file[MissionPaths.Missions.Length..].Split('/')[0])
            .ToHashSet(StringComparer.Ordinal);
        return [.. missions.Where(touched.Contains)];
    }

    /// <summary>Returns the outputs of the discovering job.</summary>
    public static ImmutableArray<HostOutput> ToOutputs(IReadOnlyList<string> missions)
    {
        var list = new JsonArray([.. missions.Select(mission => JsonValue.Create(mission))]);
        var matrix = new JsonObject(
            missions.Select(mission =>
                KeyValuePair.Create<string, JsonNode?>(
                    mission,
                    new JsonObject { ["mission"] = mission }
                )
            )
        );
        return
        [
            new HostOutput(DiscoveryJob.MissionsOutput, list.ToJsonString()),
            new HostOutput(DiscoveryJob.MatrixOutput, matrix.ToJsonString()),
        ];
    }

    private static bool IsShared(string file) =>
        MissionPaths.Shared.Any(shared =>
            shared.EndsWith('/')
                ? file.StartsWith(shared, StringComparison.Ordinal)
                : file == shared
        );
}
