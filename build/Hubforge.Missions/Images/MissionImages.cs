using System.Collections.Immutable;
using System.Globalization;
using Hubforge.Containers;
using Hubforge.Containers.Images;
using Hubforge.Missions.Locks;
using Hubforge.Primitives;

namespace Hubforge.Missions.Images;

/// <summary>The images of missions: the common image, every environment from its lock, and the mission's own files.</summary>
/// <param name="root">The root of the repository.</param>
/// <param name="services">Builds them.</param>
/// <param name="fingerprints">Tells which image is current.</param>
public sealed class MissionImages(
    AbsolutePath root,
    ImageServices services,
    ImageFingerprints fingerprints
)
{
    /// <summary>Whether the engine has the mission's image as the order wants it.</summary>
    public Task<bool> IsCurrentAsync(ImageOrder order, CancellationToken cancellationToken) =>
        services.Builder.IsCurrentAsync(
            ImageNames.Mission(order),
            fingerprints.Mission(order),
            cancellationToken
        );

    /// <summary>Returns the mission's image as it is; null when none was built.</summary>
    public Task<Image?> FindAsync(ImageOrder order, CancellationToken cancellationToken) =>
        services.Engine.Images.FindAsync(ImageNames.Mission(order).ToString(), cancellationToken);

    /// <summary>Returns the mission's image as it is.</summary>
    /// <exception cref="MissionImageMissingException">None was built.</exception>
    public async Task<Image> GetAsync(ImageOrder order, CancellationToken cancellationToken) =>
        await FindAsync(order, cancellationToken)
        ?? throw new MissionImageMissingException(order.Mission, ImageNames.Mission(order));

    /// <summary>Returns the mission's image, built first when it is not current. The common image must be there.</summary>
    /// <exception cref="MissingLocksException">An environment has no lock.</exception>
    public async Task<Image> EnsureAsync(
        ImageOrder order,
        IReporter reporter,
        CancellationToken cancellationToken
    )
    {
        var locks = FindLocks(order);
        var name = ImageNames.Mission(order);
        var job = new BuildJob(order, name)
        {
            Fingerprint = fingerprints.Mission(order),
            MakeContextAsync = token => MakeContextAsync(order, token),
            Arguments = Arguments(order),
            Labels = await LabelsAsync(order, locks, cancellationToken),
        };
        return await services.Builder.EnsureAsync(job, reporter, cancellationToken);
    }

    private static List<EnvironmentLock> FindLocks(ImageOrder order)
    {
        var store = new LockStore(order.Mission);
        List<EnvironmentLock> locks = [];
        List<string> missing = [];
        foreach (var environment in order.Mission.Environments)
        {
            if (store.Find(environment.Name, order.Platform) is { } found)
            {
                locks.Add(found);
            }
            else
            {
                missing.Add(environment.Name);
            }
        }

        return missing.Count == 0
            ? locks
            : throw new MissingLocksException(order.Mission, order.Platform, missing);
    }

    private static ImmutableSortedDictionary<string, string> Arguments(ImageOrder order) =>
        ImmutableSortedDictionary<string, string>
            .Empty.Add("COMMON_IMAGE", ImageNames.Common(order).ToString())
            .Add("USE_FROZEN", "1")
            .Add("STRICT_LOCKS", order.Options.StrictLocks ? "1" : "0")
            .Add("ENV_MANAGER", order.Mission.Settings.ManagerName ?? "")
            .Add("PLATFORM", order.Platform)
            .Add("MISSION", order.Mission.Name);

    private async Task<BuildContext> MakeContextAsync(
        ImageOrder order,
        CancellationToken cancellationToken
    )
    {
        var mission = order.Mission;
        var slug = ImageNames.Mission(order).ToString().Replace('/', '-').Replace(':', '-');
        var context = BuildContext.Create(root, slug);
        foreach (var part in (string[])["environments", "packages", "default-home-contents"])
        {
            context.AddFolder(part).Add(mission.ImageFolder / part, part);
        }

        await context.WriteAsync("global_bashrc", "", cancellationToken);
        context.Add(mission.ImageFolder / "global_bashrc", "global_bashrc");
        AddLocks(order, context);
        var custom = mission.ImageFolder / "Dockerfile.custom";
        var trailer = root / "common" / "image" / "Dockerfile.trailer";
        await context.WriteAsync(
            "Dockerfile",
            DockerfileText.Join(
                await File.ReadAllTextAsync(custom, cancellationToken),
                await File.ReadAllTextAsync(trailer, cancellationToken)
            ),
            cancellationToken
        );
        return context;
    }

    // The image sees the lock of its own platform, always in the same place.
    private static void AddLocks(ImageOrder order, BuildContext context)
    {
        var store = new LockStore(order.Mission);
        foreach (var environment in order.Mission.Environments)
        {
            var folder = store.FolderOf(environment.Name, order.Platform);
            foreach (var file in Directory.EnumerateFiles(folder))
            {
                var path = AbsolutePath.Parse(file);
                context.Add(path, $"env-frozen/{environment.Name}/{path.Name}");
            }
        }
    }

    private async Task<ImmutableSortedDictionary<string, string>> LabelsAsync(
        ImageOrder order,
        IReadOnlyList<EnvironmentLock> locks,
        CancellationToken cancellationToken
    )
    {
        var baseName = ImageNames.Base(order);
        var baseImage = await services.Engine.Images.FindAsync(
            baseName.ToString(),
            cancellationToken
        );
        var labels = new Dictionary<string, string?>
        {
            [ImageLabels.Kind] = "mission",
            [ImageLabels.Mission] = order.Mission.Name,
            ["org.opencontainers.image.title"] = order.Mission.Settings.Title,
            ["org.opencontainers.image.version"] = order.Options.Tag,
            ["org.opencontainers.image.revision"] = order.Options.Revision,
            ["org.opencontainers.image.created"] = order.Options.Created?.ToString(
                "yyyy-MM-dd'T'HH:mm:ssK",
                CultureInfo.InvariantCulture
            ),
            ["org.opencontainers.image.base.name"] = baseName.ToString(),
            ["org.opencontainers.image.base.digest"] = DigestOf(baseImage, baseName),
        };
        foreach (var one in locks)
        {
            labels[ImageLabels.LockPrefix + one.Environment] = one.Digest;
        }

        return labels
            .Where(pair => pair.Value is not null)
            .ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value!);
    }

    private static string? DigestOf(Image? image, ImageReference name) =>
        name.Digest?.ToString() ?? image?.FindDigest(name.Repository)?.ToString() ?? image?.Id;
}
