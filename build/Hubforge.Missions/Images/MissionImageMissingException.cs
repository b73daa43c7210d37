using Hubforge.Containers;
using Hubforge.Missions.Specs;
using Hubforge.Primitives;

namespace Hubforge.Missions.Images;

/// <summary>The image of a mission is wanted and the engine does not have it.</summary>
public sealed class MissionImageMissingException(Mission mission, ImageReference name)
    : HubforgeException(
        new FailureText($"The image of mission '{mission.Name}' is not on the engine.")
            .With("image", name.ToString())
            .Try($"./build.sh BuildMission --mission {mission.Name}")
    );
