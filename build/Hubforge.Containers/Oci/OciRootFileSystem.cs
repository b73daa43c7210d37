using System.Text.Json.Serialization;

namespace Hubforge.Containers.Oci;

/// <summary>Digests of the unpacked layers, lowest first.</summary>
internal sealed record OciRootFileSystem(
    [property: JsonPropertyName("diff_ids")] IReadOnlyList<string>? DiffIds
);
