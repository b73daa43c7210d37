using System.Text.Json;
using Hubforge.Primitives;

namespace Hubforge.EndToEnd.Project;

/// <summary>What <c>push.json</c> says.</summary>
internal sealed record PushedImage(JsonElement Json)
{
    public string Digest => Json.GetProperty("digest").GetString()!;

    public string ImageId => Json.GetProperty("imageId").GetString()!;

    public string Commit => Json.GetProperty("commit").GetString()!;

    public IReadOnlyList<string> Tags =>
        [.. Json.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()!)];

    /// <summary>The digest of each environment's lock.</summary>
    public IReadOnlyDictionary<string, string> Locks =>
        Json.GetProperty("locks")
            .EnumerateObject()
            .ToDictionary(pair => pair.Name, pair => pair.Value.GetString()!);

    public static AbsolutePath FileOf(ProjectCopy copy, string mission) =>
        copy.Root / "artifacts" / mission / "push.json";

    /// <summary>The image layout of a mission, where a push goes that names no repository.</summary>
    public static AbsolutePath LayoutOf(ProjectCopy copy, string mission) =>
        copy.Root / "artifacts" / mission / "oci";

    /// <summary>Whether there is a layout: without its index a folder is none, and its readers say so.</summary>
    public static bool HasLayout(ProjectCopy copy, string mission) =>
        (LayoutOf(copy, mission) / "index.json").FileExists;

    /// <summary>Whether the layout names an image; a run that failed may leave one that is valid and names none.</summary>
    public static bool HasImage(ProjectCopy copy, string mission)
    {
        if (!HasLayout(copy, mission))
        {
            return false;
        }

        using var index = JsonDocument.Parse(
            File.ReadAllText(LayoutOf(copy, mission) / "index.json")
        );
        return index.RootElement.GetProperty("manifests").GetArrayLength() > 0;
    }

    public static async Task<PushedImage> ReadAsync(
        ProjectCopy copy,
        string mission,
        CancellationToken cancellationToken
    )
    {
        using var document = JsonDocument.Parse(
            await File.ReadAllTextAsync(FileOf(copy, mission), cancellationToken)
        );
        return new PushedImage(document.RootElement.Clone());
    }
}
