using Hubforge.Primitives;

namespace Hubforge.Missions.Specs;

/// <summary>A mission was named that does not exist.</summary>
public sealed class UnknownMissionException(
    string name,
    AbsolutePath folder,
    IReadOnlyList<string> existing
)
    : HubforgeException(
        new FailureText($"There is no mission '{name}'.")
            .With("looked in", folder.ToString())
            .With("exists", existing)
            .Try(
                Suggestions.Closest(name, existing) is { } closest
                    ? $"did you mean '{closest}'?"
                    : "choose one of the missions that exist, or add a folder with a mission.yml"
            )
    );
