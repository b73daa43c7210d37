using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hubforge.Containers.Oci;

/// <summary>Everything in an image layout and in a <c>docker save</c> archive that is JSON.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(OciIndex))]
[JsonSerializable(typeof(OciManifest))]
[JsonSerializable(typeof(OciConfig))]
[JsonSerializable(typeof(OciLayoutMarker))]
[JsonSerializable(typeof(IReadOnlyList<ArchiveManifest>))]
internal sealed partial class OciJson : JsonSerializerContext
{
    /// <summary>Writes media types with their plus sign, as everyone else does.</summary>
    public static OciJson Plain { get; } =
        new(
            new JsonSerializerOptions
            {
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            }
        );
}
