using Hubforge.Primitives;

namespace Hubforge.Missions.Publishing;

/// <summary>An image was to be pushed that did not pass its tests.</summary>
public sealed class UntestedImageException(string mission, string imageId, string? testedId)
    : HubforgeException(
        new FailureText(
            $"The image of mission '{mission}' is not pushed: it did not pass its tests."
        )
            .With("image", imageId)
            .With("last tests", testedId is null ? "none" : $"of image {testedId}")
            .Try($"./build.sh Test --mission {mission}")
    );
