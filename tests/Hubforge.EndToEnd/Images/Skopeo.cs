using System.Text.Json;
using Hubforge.EndToEnd.Engines;
using Hubforge.EndToEnd.Machine;
using Hubforge.Primitives;

namespace Hubforge.EndToEnd.Images;

/// <summary>Reads images with other eyes than ours.</summary>
internal static class Skopeo
{
    /// <summary>Returns what <c>skopeo inspect</c> says of an image of a layout.</summary>
    public static Task<JsonElement> InspectLayoutAsync(
        AbsolutePath layout,
        string tag,
        CancellationToken cancellationToken
    ) => InspectAsync([$"oci:{layout}:{tag}"], cancellationToken);

    /// <summary>Returns what <c>skopeo inspect</c> says of an image of a registry on this machine.</summary>
    public static Task<JsonElement> InspectRegistryAsync(
        string reference,
        CancellationToken cancellationToken
    ) => InspectAsync(["--tls-verify=false", $"docker://{reference}"], cancellationToken);

    /// <summary>Loads an image of a layout into an engine.</summary>
    public static Task CopyIntoEngineAsync(
        (AbsolutePath Layout, string Tag) source,
        FreshEngine engine,
        string name,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            [
                "copy",
                "--quiet",
                "--dest-daemon-host",
                engine.Host,
                $"oci:{source.Layout}:{source.Tag}",
                $"docker-daemon:{name}",
            ],
            cancellationToken
        );

    private static async Task<JsonElement> InspectAsync(
        IEnumerable<string> arguments,
        CancellationToken cancellationToken
    )
    {
        using var document = JsonDocument.Parse(
            await RunAsync(["inspect", .. arguments], cancellationToken)
        );
        return document.RootElement.Clone();
    }

    private static Task<string> RunAsync(
        IEnumerable<string> arguments,
        CancellationToken cancellationToken
    )
    {
        Programs.Require("skopeo", "skopeo");
        // skopeo wants a policy file, which not every machine has.
        return Programs.ReadAsync("skopeo", ["--insecure-policy", .. arguments], cancellationToken);
    }
}
