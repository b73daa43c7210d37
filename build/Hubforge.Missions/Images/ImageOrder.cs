using Hubforge.Missions.Specs;

namespace Hubforge.Missions.Images;

/// <summary>An image that is wanted: of which mission, for which platform, built how.</summary>
/// <param name="Mission">The mission.</param>
/// <param name="Platform">Such as <c>linux/amd64</c>.</param>
/// <param name="Options">How.</param>
public sealed record ImageOrder(Mission Mission, string Platform, BuildOptions Options)
{
    /// <summary>Returns the order for the mission's first platform.</summary>
    public static ImageOrder For(Mission mission, BuildOptions options) =>
        new(mission, mission.Settings.Platforms[0], options);
}
