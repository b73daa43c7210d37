namespace Hubforge.Missions.Specs;

/// <summary>Where a package comes from.</summary>
public enum Ecosystem
{
    /// <summary>A conda channel.</summary>
    Conda,

    /// <summary>A Python index, a version control system or the mission's own packages.</summary>
    Pip,

    /// <summary>Debian's archive.</summary>
    Debian,
}
