namespace Hubforge.Missions.Specs;

/// <summary>How a mission's image is tried out on a developer's machine.</summary>
public sealed record DevSettings
{
    /// <summary>The port of the host on which JupyterLab answers.</summary>
    public int Port { get; init; } = 8888;

    /// <summary>The program that an interactive session starts.</summary>
    public string Shell { get; init; } = "bash";
}
