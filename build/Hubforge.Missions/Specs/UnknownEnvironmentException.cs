using Hubforge.Primitives;

namespace Hubforge.Missions.Specs;

/// <summary>An environment was named that the mission does not have.</summary>
public sealed class UnknownEnvironmentException(string name, Mission mission)
    : HubforgeException(
        new FailureText($"Mission '{mission.Name}' has no environment '{name}'.")
            .With("looked in", mission.EnvironmentsFolder.ToString())
            .With("exists", mission.Environments.Select(environment => environment.Name))
            .Try(
                Suggestions.Closest(
                    name,
                    mission.Environments.Select(environment => environment.Name)
                )
                    is { } closest
                    ? $"did you mean '{closest}'?"
                    : "choose one of those that exist, or add a folder with a spec in it"
            )
    );
