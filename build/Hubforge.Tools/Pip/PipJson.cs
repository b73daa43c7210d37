using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hubforge.Tools.Pip;

/// <summary>Reads the JSON of pip.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, PropertyNameCaseInsensitive = false)]
[JsonSerializable(typeof(PipReport))]
[JsonSerializable(typeof(List<PipInstalled>))]
internal sealed partial class PipJson : JsonSerializerContext;
