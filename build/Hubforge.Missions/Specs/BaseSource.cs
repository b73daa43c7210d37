namespace Hubforge.Missions.Specs;

/// <summary>Where the base image of a mission comes from.</summary>
public abstract record BaseSource
{
    private protected BaseSource() { }
}
