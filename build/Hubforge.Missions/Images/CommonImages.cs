using System.Collections.Immutable;
using Hubforge.Containers.Images;
using Hubforge.Primitives;

namespace Hubforge.Missions.Images;

/// <summary>The images that hold what all missions on one base share.</summary>
/// <param name="root">The root of the repository.</param>
/// <param name="services">Builds them.</param>
/// <param name="fingerprints">Tells which image is current.</param>
public sealed class CommonImages(
    AbsolutePath root,
    ImageServices services,
    ImageFingerprints fingerprints
)
{
    /// <summary>Whether the engine has the common image as the order wants it.</summary>
    public Task<bool> IsCurrentAsync(ImageOrder order, CancellationToken cancellationToken) =>
        services.Builder.IsCurrentAsync(
            ImageNames.Common(order),
            fingerprints.Common(order),
            cancellationToken
        );

    /// <summary>Returns the common image, built first when it is not current. The base image must be there.</summary>
    public Task<Image> EnsureAsync(
        ImageOrder order,
        IReporter reporter,
        CancellationToken cancellationToken
    )
    {
        var name = ImageNames.Common(order);
        var job = new BuildJob(order, name)
        {
            Fingerprint = fingerprints.Common(order),
            MakeContextAsync = _ =>
                Task.FromResult(
                    BuildContext
                        .Create(root, $"common-{name.Tag}")
                        .Add(root / "common" / "image", ".")
                ),
            Arguments = ImmutableSortedDictionary<string, string>.Empty.Add(
                "BASE_IMAGE",
                ImageNames.Base(order).ToString()
            ),
            Labels = ImmutableSortedDictionary<string, string>.Empty.Add(
                ImageLabels.Kind,
                "common"
            ),
        };
        return services.Builder.EnsureAsync(job, reporter, cancellationToken);
    }
}
