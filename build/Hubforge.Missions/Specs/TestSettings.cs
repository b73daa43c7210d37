namespace Hubforge.Missions.Specs;

/// <summary>How the tests of a mission's image run.</summary>
public sealed record TestSettings
{
    /// <summary>How many notebooks run side by side; what the image chooses when null.</summary>
    public int? Jobs { get; init; }

    /// <summary>How long one notebook may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(30);
}
