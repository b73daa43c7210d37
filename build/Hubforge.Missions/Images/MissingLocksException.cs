using Hubforge.Missions.Specs;
using Hubforge.Primitives;

namespace Hubforge.Missions.Images;

/// <summary>Environments cannot be installed because they were never solved.</summary>
public sealed class MissingLocksException(
    Mission mission,
    string platform,
    IReadOnlyList<string> environments
)
    : HubforgeException(
        new FailureText($"Mission '{mission.Name}' has environments without a lock.")
            .With("without", environments)
            .With("platform", platform)
            .With("looked in", mission.LocksFolder.ToString())
            .Try($"./build.sh CompileEnvs --mission {mission.Name} --use-frozen 0")
    );
