using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hubforge.Tools.Helm;

/// <summary>Reads the JSON of helm.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, PropertyNameCaseInsensitive = false)]
[JsonSerializable(typeof(HelmRelease))]
internal sealed partial class HelmJson : JsonSerializerContext;
