using System.Collections.Immutable;
using System.Globalization;
using Hubforge.Containers;
using Hubforge.Containers.Building;
using Hubforge.Containers.Engine;
using Hubforge.Containers.Images;
using Hubforge.Missions.Locks;
using Hubforge.Primitives;

namespace Hubforge.Missions.Images;

/// <summary>Builds images under names that several missions may share: each name is built once at a time, and not again when it is current.</summary>
/// <param name="engine">The engine that keeps the images.</param>
/// <param name="docker">Builds them.</param>
public sealed class ImageBuilder(DockerEngine engine, DockerCli docker)
{
    private const int CheckoutLength = 12;

    private readonly NameGates _gates = new();

    /// <summary>Whether the engine has an image of that name which was built from what the fingerprint stands for.</summary>
    internal async Task<bool> IsCurrentAsync(
        ImageReference name,
        string fingerprint,
        CancellationToken cancellationToken
    ) =>
        await engine.Images.FindAsync(name.ToString(), cancellationToken) is { } image
        && IsOf(image, fingerprint);

    /// <summary>Returns the current image of the order's name, and builds it first when there is none.</summary>
    internal Task<Image> EnsureAsync(
        BuildJob job,
        IReporter reporter,
        CancellationToken cancellationToken
    ) =>
        _gates.RunAsync(
            job.Name.ToString(),
            async () =>
            {
                if (
                    job.Order.Options.NoCache
                    || !await IsCurrentAsync(job.Name, job.Fingerprint, cancellationToken)
                )
                {
                    await BuildAsync(job, reporter, cancellationToken);
                }

                return await engine.Images.GetAsync(job.Name.ToString(), cancellationToken);
            },
            cancellationToken
        );

    private static ImmutableSortedDictionary<string, string> Arguments(
        BuildJob job,
        string dockerfile
    )
    {
        var declared = DockerfileText.DeclaredArguments(dockerfile);
        var epoch = job.Order.Options.SourceDateEpoch.ToString(CultureInfo.InvariantCulture);
        return job
            .Order.Options.Variables.SetItem("SOURCE_DATE_EPOCH", epoch)
            .SetItems(job.Arguments)
            .Where(pair => declared.Contains(pair.Key))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    // Not an argument: those stay in the history.
    private static ImmutableArray<BuildSecret> Secrets(BuildOptions options) =>
        options.Logins.IsEmpty
            ? []
            : [BuildSecret.OfValue("netrc", HostLogin.ToNetrc(options.Logins))];

    private async Task BuildAsync(
        BuildJob job,
        IReporter reporter,
        CancellationToken cancellationToken
    )
    {
        var context = await job.MakeContextAsync(cancellationToken);
        var unfinished = UnfinishedName(job.Name, context);
        var dockerfile = context.Folder / "Dockerfile";
        var text = await File.ReadAllTextAsync(dockerfile, cancellationToken);
        reporter.Write(Severity.Information, $"Building {job.Name}.");
        var built = await docker.BuildAsync(
            new ImageBuild(context.Folder, dockerfile)
            {
                Tags = [unfinished],
                Arguments = Arguments(job, text),
                Secrets = Secrets(job.Order.Options),
                Labels = job.Labels.SetItem(ImageLabels.Fingerprint, job.Fingerprint),
                Platform = job.Order.Platform,
                NoCache = job.Order.Options.NoCache,
                Network = job.Order.Options.Network,
                Hosts = job.Order.Options.Hosts,
            },
            reporter,
            cancellationToken
        );
        await TakeOverAsync(unfinished, job, cancellationToken);
        reporter.Write(
            Severity.Information,
            $"Built {job.Name} ({built.RanSteps} steps ran, {built.CachedSteps} were cached)."
        );
    }

    private static bool IsOf(Image image, string fingerprint) =>
        image.Labels.GetValueOrDefault(ImageLabels.Fingerprint) == fingerprint;

    // A docker program outlives a run that was killed, and gives its image the name it was told whenever it is done: under the real name,
    // that would replace what a later run has built.
    private static ImageReference UnfinishedName(ImageReference name, BuildContext context)
    {
        var checkout = FileDigest.OfText(context.Folder)["sha256:".Length..];
        return name.WithTag($"building-{checkout[..CheckoutLength]}");
    }

    private async Task TakeOverAsync(
        ImageReference unfinished,
        BuildJob job,
        CancellationToken cancellationToken
    )
    {
        var image = await engine.Images.GetAsync(unfinished.ToString(), cancellationToken);
        if (!IsOf(image, job.Fingerprint))
        {
            throw new EngineException(
                $"keep the image of {job.Name}",
                "another build took its name in the same moment, that of a run that was killed",
                $"docker image inspect {unfinished}",
                "run the same command again"
            );
        }

        await engine.Images.TagAsync(image.Id, job.Name, cancellationToken);
        await engine.Images.RemoveAsync(unfinished.ToString(), force: false, cancellationToken);
    }
}
