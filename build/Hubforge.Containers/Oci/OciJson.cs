using System.Text.Json.Serialization;

namespace Hubforge.Containers.Oci;

/// <summary>Everything in an image layout and in a <c>docker save</c> archive that is JSON.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OciIndex))]
[JsonSerializable(typeof(OciManifest))]
[JsonSerializable(typeof(OciConfig))]
[JsonSerializable(typeof(OciLayoutMarker))]
[JsonSerializable(typeof(IReadOnlyList<ArchiveManifest>))]
internal sealed partial class OciJson : JsonSerializerContext;
