using Hubforge.Missions.Specs;
using Hubforge.Primitives;

namespace Hubforge.Build.Work;

/// <summary>An environment with the mission that it belongs to.</summary>
internal sealed record MissionEnvironment(Mission Mission, EnvironmentSpec Spec)
{
    /// <summary>Where its lock is.</summary>
    public AbsolutePath LockFolder => Mission.LocksFolder / Spec.Name;

    /// <summary>Returns <c>mission/environment</c>, which makes the environment a part of the mission for the engine.</summary>
    public override string ToString() => $"{Mission.Name}/{Spec.Name}";
}
