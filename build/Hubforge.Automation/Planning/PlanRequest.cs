namespace Hubforge.Automation.Planning;

/// <summary>What a run is asked for.</summary>
/// <param name="Invoked">Targets in the order of the command line.</param>
/// <param name="Skipped">Targets to leave out; null leaves nothing out, an empty list everything that was not invoked.</param>
internal sealed record PlanRequest(
    IReadOnlyList<TargetModel> Invoked,
    IReadOnlyList<TargetModel>? Skipped
);
