namespace Hubforge.Missions.Specs;

/// <summary>The program that makes the environments of a mission.</summary>
public enum EnvironmentManager
{
    /// <summary>Python virtual environments on the image's own python.</summary>
    Venv,

    /// <summary>mamba, as in the images of docker-stacks.</summary>
    Mamba,

    /// <summary>micromamba.</summary>
    Micromamba,

    /// <summary>conda.</summary>
    Conda,
}
