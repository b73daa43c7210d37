using Hubforge.Automation.Pipelines;

namespace Hubforge.Automation.Tests.Pipelines;

/// <summary>A build with the targets of this project, two missions and a secret.</summary>
internal static class SampleOutline
{
    public static BuildOutline Build { get; } =
        new()
        {
            Missions = ["demo", "roman"],
            Parameters =
            [
                new OutlineParameter("RegistryPassword", "HUBFORGE_REGISTRY_PASSWORD"),
                new OutlineParameter("Repository", "HUBFORGE_REPOSITORY"),
            ],
            Targets =
            [
                PerMission("BuildBase"),
                PerMission("CompileEnvs", "BuildBase") with
                {
                    Produces = ["deployments/{mission}/image/env-frozen/**"],
                },
                PerMission("BuildCommon", "CompileEnvs"),
                PerMission("BuildMission", "BuildCommon"),
                PerMission("Test", "BuildMission") with
                {
                    Produces = ["artifacts/{mission}/tests/**"],
                },
                PerMission("Push", "Test"),
                new OutlineTarget("Verify"),
                new OutlineTarget("Benchmark") { DependsOn = ["Verify"], Partitions = 3 },
                new OutlineTarget("Publish") { DependsOn = ["Push", "Verify"] },
            ],
        };

    public static IReadOnlyList<GeneratedFile> Generate(
        PipelineAttribute pipeline,
        params PipelineJobAttribute[] refinements
    ) => new PipelineFiles(Build, [pipeline], refinements).Generate();

    private static OutlineTarget PerMission(string name, params string[] dependsOn) =>
        new(name) { IsPerMission = true, DependsOn = [.. dependsOn] };
}
