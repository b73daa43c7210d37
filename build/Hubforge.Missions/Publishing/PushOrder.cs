using System.Collections.Immutable;
using Hubforge.Containers.Images;
using Hubforge.Missions.Images;

namespace Hubforge.Missions.Publishing;

/// <summary>A push that is wanted.</summary>
/// <param name="Image">Mission, platform and options.</param>
public sealed record PushOrder(ImageOrder Image)
{
    /// <summary>The registry repository; that of the mission when null, and an image layout on disk when it has none either.</summary>
    public string? Repository { get; init; }

    /// <summary>Tags beside the image's own and those of the mission.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Who logs in; whoever <c>docker login</c> knows when null.</summary>
    public RegistryCredentials? Credentials { get; init; }

    internal string? Target => Repository ?? Image.Mission.Settings.Repository;

    internal IReadOnlyList<string> AllTags =>
        [
            .. Tags.Prepend(Image.Options.Tag)
                .Concat(Image.Mission.Settings.Tags)
                .Distinct(StringComparer.Ordinal),
        ];
}
