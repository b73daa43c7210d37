namespace Hubforge.Containers.Building;

/// <summary>What a build made.</summary>
/// <param name="Id">The image id.</param>
/// <param name="RanSteps">Instructions that ran.</param>
/// <param name="CachedSteps">Instructions whose result was there already.</param>
public sealed record BuiltImage(string Id, int RanSteps, int CachedSteps);
