using Hubforge.Containers.Engine;
using Hubforge.Containers.Images;

namespace Hubforge.Missions.Images;

/// <summary>What everything that makes images needs.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Builder">Builds on it.</param>
/// <param name="Logins">Knows who logs in to registries.</param>
public sealed record ImageServices(
    DockerEngine Engine,
    ImageBuilder Builder,
    RegistryLogins Logins
);
