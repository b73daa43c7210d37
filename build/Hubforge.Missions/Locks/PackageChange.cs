using Hubforge.Missions.Specs;

namespace Hubforge.Missions.Locks;

/// <summary>How a package of a lock moved.</summary>
/// <param name="Ecosystem">Where it comes from.</param>
/// <param name="Name">The package.</param>
/// <param name="From">The version before; null when it was added.</param>
/// <param name="To">The version now; null when it was removed.</param>
public sealed record PackageChange(Ecosystem Ecosystem, string Name, string? From, string? To);
