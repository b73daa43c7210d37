using Hubforge.Primitives;

namespace Hubforge.Missions.Solving;

/// <summary>A package is to be updated that neither a lock nor a spec names.</summary>
public sealed class UnknownPackageException(string name, IReadOnlyCollection<string> known)
    : HubforgeException(
        new FailureText($"There is no package '{name}' to update.")
            .With("looked in", "the locks and specs of the missions")
            .Try(
                Suggestions.Closest(name, known) is { } closest
                    ? $"did you mean '{closest}'?"
                    : "name a package of a lock, or put it into a list and solve"
            )
    );
