namespace Hubforge.Automation.Targets;

/// <summary>Artifacts of another target that this one consumes; no patterns means all that it produces.</summary>
internal sealed record ArtifactSource(Target Target, IReadOnlyList<string> Patterns);
