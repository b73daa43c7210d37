using Hubforge.Missions.Specs;

namespace Hubforge.Missions.Locks;

/// <summary>A package as a lock fixes it.</summary>
/// <param name="Ecosystem">Where it comes from.</param>
/// <param name="Name">Its normalised name.</param>
/// <param name="Version">Its version; for one from version control, the commit.</param>
public sealed record LockedPackage(Ecosystem Ecosystem, string Name, string Version);
