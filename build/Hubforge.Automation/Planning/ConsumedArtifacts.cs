namespace Hubforge.Automation.Planning;

/// <summary>Artifacts that one target takes from another; no patterns means all that it produces.</summary>
internal sealed record ConsumedArtifacts(TargetModel Target, IReadOnlyList<string> Patterns);
