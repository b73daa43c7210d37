using System.Text.Json.Serialization;

namespace Hubforge.Containers.Oci;

/// <summary>The content of the file <c>oci-layout</c>.</summary>
internal sealed record OciLayoutMarker(
    [property: JsonPropertyName("imageLayoutVersion")] string Version
);
