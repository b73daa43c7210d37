using Hubforge.Containers;
using Hubforge.Missions.Locks;
using Hubforge.Missions.Specs;

namespace Hubforge.Missions.Images;

/// <summary>The names of images on the engine. Missions with the same base share base and common image.</summary>
public static class ImageNames
{
    private const int HashLength = 12;

    /// <summary>Returns the name under which the base image is known: its own when it is pulled.</summary>
    public static ImageReference Base(ImageOrder order) =>
        order.Mission.Settings.Base is PulledBase pulled
            ? ImageReference.Parse(pulled.Reference)
            : ImageReference.Parse($"hubforge-base:{Slug(order)}");

    /// <summary>Returns the name of the common image on that base.</summary>
    public static ImageReference Common(ImageOrder order) =>
        ImageReference.Parse($"hubforge-common:{Slug(order)}");

    /// <summary>Returns the name of the mission's image.</summary>
    public static ImageReference Mission(ImageOrder order) =>
        ImageReference.Parse(
            $"hubforge/{order.Mission.Name}:{order.Options.Tag}{PlatformSuffix(order)}"
        );

    /// <summary>Returns the name of a root file system made here.</summary>
    public static ImageReference Root(string suite, string architecture) =>
        ImageReference.Parse($"hubforge-root:{suite}-{architecture}");

    private static string Slug(ImageOrder order) =>
        order.Mission.Settings.Base switch
        {
            BuiltBase built => built.Name.Replace('/', '-').ToLowerInvariant(),
            PulledBase pulled => Slug(pulled.Reference),
            _ => "unknown",
        } + PlatformSuffix(order);

    private static string Slug(string reference)
    {
        var name = ImageReference.Parse(reference).Repository.Split('/')[^1];
        var hash = FileDigest.OfText(reference)["sha256:".Length..];
        return $"{name}-{hash[..HashLength]}";
    }

    private static string PlatformSuffix(ImageOrder order) =>
        order.Platform == order.Mission.Settings.MainPlatform
            ? ""
            : "-" + order.Platform.Replace('/', '-');
}
