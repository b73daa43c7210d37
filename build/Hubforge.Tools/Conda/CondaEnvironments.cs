namespace Hubforge.Tools.Conda;

/// <summary>What <c>env list --json</c> answers.</summary>
/// <param name="Envs">The folder of each environment, the root's first.</param>
internal sealed record CondaEnvironments(IReadOnlyList<string> Envs);
