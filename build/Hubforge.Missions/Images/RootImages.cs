using Hubforge.Containers;
using Hubforge.Containers.Images;
using Hubforge.Primitives;
using Hubforge.Processes;

namespace Hubforge.Missions.Images;

/// <summary>What base images that are built here stand on: Debian's slim image, or a root file system made from Debian's packages where no registry answers.</summary>
/// <param name="root">The root of the repository.</param>
/// <param name="services">Pulls and imports.</param>
/// <param name="processes">Runs mmdebstrap.</param>
public sealed class RootImages(AbsolutePath root, ImageServices services, IProcessRunner processes)
{
    private const string Suite = "trixie";

    private readonly ImageReference _official = ImageReference.Parse($"debian:{Suite}-slim");
    private readonly NameGates _gates = new();

    /// <summary>Returns the name of a root image that the engine has.</summary>
    public Task<ImageReference> EnsureAsync(
        ImageOrder order,
        IReporter reporter,
        CancellationToken cancellationToken
    ) =>
        _gates.RunAsync(
            Architecture(order),
            async () =>
                await FindAsync(order, cancellationToken)
                ?? await TryPullAsync(order, reporter, cancellationToken)
                ?? await MakeAsync(order, reporter, cancellationToken),
            cancellationToken
        );

    private static string Architecture(ImageOrder order) => order.Platform.Split('/')[1];

    private static ImageReference OwnName(ImageOrder order) =>
        ImageNames.Root(Suite, Architecture(order));

    private async Task<ImageReference?> FindAsync(
        ImageOrder order,
        CancellationToken cancellationToken
    )
    {
        foreach (var name in (ImageReference[])[_official, OwnName(order)])
        {
            var image = await services.Engine.Images.FindAsync(name.ToString(), cancellationToken);
            if (image?.Architecture == Architecture(order))
            {
                return name;
            }
        }

        return null;
    }

    private async Task<ImageReference?> TryPullAsync(
        ImageOrder order,
        IReporter reporter,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await services.Engine.Images.PullAsync(
                new ImagePull(_official) { Platform = order.Platform },
                reporter,
                cancellationToken
            );
            return _official;
        }
        catch (EngineException failure)
        {
            reporter.Write(
                Severity.Information,
                $"No registry gives {_official} ({failure.Reply.Split('\n')[0]}); making a root with mmdebstrap instead."
            );
            return null;
        }
    }

    private async Task<ImageReference> MakeAsync(
        ImageOrder order,
        IReporter reporter,
        CancellationToken cancellationToken
    )
    {
        var name = OwnName(order);
        var folder = BuildContext.Create(root, $"root-{name.Tag}").Folder;
        var archive = folder / "root.tar";
        try
        {
            var command = new Mmdebstrap(Suite, Architecture(order), archive)
            {
                Mirror = order.Options.Variables.GetValueOrDefault("APT_MIRROR"),
                Proxy = order.Options.Variables.GetValueOrDefault("APT_PROXY"),
                SourceDateEpoch = order.Options.SourceDateEpoch,
            };
            await processes.RunAsync(
                command.ToCommand(),
                line => reporter.Write(Severity.Debug, line.Text),
                cancellationToken
            );
            await ImportAsync(name, archive, cancellationToken);
            return name;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task ImportAsync(
        ImageReference name,
        AbsolutePath archive,
        CancellationToken cancellationToken
    ) =>
        await services.Engine.Images.ImportAsync(
            new ImageImport(name)
            {
                Changes = [$"LABEL {ImageLabels.Kind}=root", "CMD [\"/bin/bash\"]"],
            },
            async (stream, token) =>
            {
                await using var content = File.OpenRead(archive);
                await content.CopyToAsync(stream, token);
            },
            cancellationToken
        );
}
