using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hubforge.Tools.Pipdeptree;

/// <summary>Reads the JSON of pipdeptree.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, PropertyNameCaseInsensitive = false)]
[JsonSerializable(typeof(List<PipdeptreeEntry>))]
internal sealed partial class PipdeptreeJson : JsonSerializerContext;
