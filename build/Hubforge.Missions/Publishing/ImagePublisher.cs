using System.Text.Json;
using Hubforge.Containers;
using Hubforge.Containers.Images;
using Hubforge.Containers.Oci;
using Hubforge.Missions.Images;
using Hubforge.Missions.Testing;
using Hubforge.Primitives;

namespace Hubforge.Missions.Publishing;

/// <summary>Pushes the very image that passed its tests, to a registry or into an image layout on disk.</summary>
/// <param name="services">The engine and the logins.</param>
/// <param name="results">Knows which image passed.</param>
/// <param name="artifacts">Where the layout and the receipt go.</param>
public sealed class ImagePublisher(ImageServices services, TestResults results, Artifacts artifacts)
{
    private const string LayoutPrefix = "oci:";

    /// <summary>Whether the last push was of this image, to the same place, under the same tags.</summary>
    public async Task<bool> IsPushedAsync(
        PushOrder order,
        Image image,
        CancellationToken cancellationToken
    )
    {
        if (
            FindReceipt(order.Image.Mission.Name) is not { } receipt
            || receipt.ImageId != image.Id
            || receipt.Where != Where(order)
            || !receipt.Tags.SequenceEqual(order.AllTags)
        )
        {
            return false;
        }

        if (order.Target is not null)
        {
            return true;
        }

        var layout = new OciLayout(artifacts.Layout(order.Image.Mission.Name));
        var found = await layout.FindAsync(order.AllTags[0], cancellationToken);
        return found?.Manifest.ToString() == receipt.Digest;
    }

    /// <summary>Pushes the image and writes the receipt.</summary>
    /// <exception cref="UntestedImageException">The tests of this very image did not pass.</exception>
    /// <exception cref="EngineException">The registry refused or dropped it.</exception>
    public async Task<PushReceipt> PushAsync(
        PushOrder order,
        Image image,
        IReporter reporter,
        CancellationToken cancellationToken
    )
    {
        var mission = order.Image.Mission.Name;
        if (!results.HavePassed(mission, image.Id))
        {
            throw new UntestedImageException(mission, image.Id, results.Find(mission)?.ImageId);
        }

        var digest = order.Target is { } repository
            ? await PushAsync(order, image, repository, reporter, cancellationToken)
            : await WriteLayoutAsync(order, image, reporter, cancellationToken);
        var receipt = new PushReceipt
        {
            Mission = mission,
            Platform = order.Image.Platform,
            Where = Where(order),
            Digest = digest.ToString(),
            Tags = [.. order.AllTags],
            ImageId = image.Id,
            Commit = image.Labels.GetValueOrDefault("org.opencontainers.image.revision"),
            Locks = LocksOf(image),
        };
        await AtomicFile.WriteTextAsync(
            artifacts.Push(mission),
            JsonSerializer.Serialize(receipt, PushJson.Default.PushReceipt) + "\n",
            cancellationToken
        );
        reporter.Write(
            Severity.Information,
            $"Pushed {receipt.Where} {string.Join(", ", receipt.Tags)} with digest {receipt.Digest}."
        );
        return receipt;
    }

    /// <summary>Returns what was pushed last; null when nothing was, or the receipt cannot be read.</summary>
    public PushReceipt? FindReceipt(string mission)
    {
        var file = artifacts.Push(mission);
        if (!file.FileExists)
        {
            return null;
        }

        try
        {
            using var stream = File.OpenRead(file);
            return JsonSerializer.Deserialize(stream, PushJson.Default.PushReceipt);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SortedDictionary<string, string> LocksOf(Image image) =>
        new(
            image
                .Labels.Where(label =>
                    label.Key.StartsWith(ImageLabels.LockPrefix, StringComparison.Ordinal)
                )
                .ToDictionary(
                    label => label.Key[ImageLabels.LockPrefix.Length..],
                    label => label.Value
                ),
            StringComparer.Ordinal
        );

    private string Where(PushOrder order) =>
        order.Target ?? LayoutPrefix + artifacts.Layout(order.Image.Mission.Name);

    private async Task<Digest> WriteLayoutAsync(
        PushOrder order,
        Image image,
        IReporter reporter,
        CancellationToken cancellationToken
    )
    {
        var layout = new OciLayout(artifacts.Layout(order.Image.Mission.Name));
        var written = await layout.PutAsync(
            services.Engine,
            image.Id,
            order.AllTags,
            reporter,
            cancellationToken
        );
        return written.Manifest;
    }

    private async Task<Digest> PushAsync(
        PushOrder order,
        Image image,
        string repository,
        IReporter reporter,
        CancellationToken cancellationToken
    )
    {
        Digest? digest = null;
        foreach (var tag in order.AllTags)
        {
            var name = ImageReference.Parse($"{repository}:{tag}");
            await services.Engine.Images.TagAsync(image.Id, name, cancellationToken);
            var credentials =
                order.Credentials ?? await services.Logins.FindAsync(name, cancellationToken);
            digest = await services.Engine.Images.PushAsync(
                new ImagePush(name) { Credentials = credentials },
                reporter,
                cancellationToken
            );
        }

        return digest!.Value;
    }
}
