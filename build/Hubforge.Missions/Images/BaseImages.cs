using System.Collections.Immutable;
using Hubforge.Containers.Images;
using Hubforge.Missions.Specs;
using Hubforge.Primitives;

namespace Hubforge.Missions.Images;

/// <summary>The images that missions stand on: pulled, or built from a folder of the repository.</summary>
/// <param name="root">The root of the repository.</param>
/// <param name="services">Builds and pulls.</param>
/// <param name="roots">Finds what a built base itself stands on.</param>
/// <param name="fingerprints">Tells which image is current.</param>
public sealed class BaseImages(
    AbsolutePath root,
    ImageServices services,
    RootImages roots,
    ImageFingerprints fingerprints
)
{
    /// <summary>Whether the engine has the base image as the order wants it.</summary>
    public async Task<bool> IsCurrentAsync(ImageOrder order, CancellationToken cancellationToken)
    {
        var name = ImageNames.Base(order);
        return order.Mission.Settings.Base is PulledBase
            ? await services.Engine.Images.FindAsync(name.ToString(), cancellationToken) is not null
            : await services.Builder.IsCurrentAsync(
                name,
                fingerprints.Base(order),
                cancellationToken
            );
    }

    /// <summary>Returns the base image, pulled or built first when the engine does not have it.</summary>
    public Task<Image> EnsureAsync(
        ImageOrder order,
        IReporter reporter,
        CancellationToken cancellationToken
    ) =>
        order.Mission.Settings.Base switch
        {
            BuiltBase built => BuildAsync(order, built, reporter, cancellationToken),
            _ => PullAsync(order, reporter, cancellationToken),
        };

    private async Task<Image> PullAsync(
        ImageOrder order,
        IReporter reporter,
        CancellationToken cancellationToken
    )
    {
        var name = ImageNames.Base(order);
        var found = await services.Engine.Images.FindAsync(name.ToString(), cancellationToken);
        return found
            ?? await services.Engine.Images.PullAsync(
                new ImagePull(name)
                {
                    Platform = order.Platform,
                    Credentials = await services.Logins.FindAsync(name, cancellationToken),
                },
                reporter,
                cancellationToken
            );
    }

    private async Task<Image> BuildAsync(
        ImageOrder order,
        BuiltBase built,
        IReporter reporter,
        CancellationToken cancellationToken
    )
    {
        var name = ImageNames.Base(order);
        var fingerprint = fingerprints.Base(order);
        if (
            !order.Options.NoCache
            && await services.Builder.IsCurrentAsync(name, fingerprint, cancellationToken)
        )
        {
            return await services.Engine.Images.GetAsync(name.ToString(), cancellationToken);
        }

        var rootImage = await roots.EnsureAsync(order, reporter, cancellationToken);
        var job = new BuildJob(order, name)
        {
            Fingerprint = fingerprint,
            MakeContextAsync = _ =>
                Task.FromResult(
                    BuildContext.Create(root, $"base-{name.Tag}").Add(built.Folder, ".")
                ),
            Arguments = ImmutableSortedDictionary<string, string>.Empty.Add(
                "ROOT_IMAGE",
                rootImage.ToString()
            ),
            Labels = ImmutableSortedDictionary<string, string>.Empty.Add(ImageLabels.Kind, "base"),
        };
        return await services.Builder.EnsureAsync(job, reporter, cancellationToken);
    }
}
