using System.Text.Json.Serialization;

namespace Hubforge.Containers.Oci;

/// <summary>The content of <c>index.json</c>.</summary>
internal sealed record OciIndex
{
    [JsonPropertyName("schemaVersion")]
    public int SchemaVersion { get; init; } = 2;

    [JsonPropertyName("mediaType")]
    public string MediaType { get; init; } = OciNames.Index;

    [JsonPropertyName("manifests")]
    public IReadOnlyList<OciDescriptor> Manifests
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Returns the index with <paramref name="names"/> pointing at the manifest and no longer at others.</summary>
    public OciIndex With(OciDescriptor manifest, IReadOnlyList<string> names) =>
        this with
        {
            Manifests =
            [
                .. Without(names).Manifests,
                .. names.Select(name =>
                    manifest with
                    {
                        Annotations = new SortedDictionary<string, string>(StringComparer.Ordinal)
                        {
                            [OciNames.RefName] = name,
                        },
                    }
                ),
            ],
        };

    /// <summary>Returns the index without those names.</summary>
    public OciIndex Without(IReadOnlyList<string> names) =>
        this with
        {
            Manifests =
            [
                .. Manifests.Where(entry => entry.Name is null || !names.Contains(entry.Name)),
            ],
        };
}
