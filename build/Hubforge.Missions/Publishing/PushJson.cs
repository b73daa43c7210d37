using System.Text.Json.Serialization;

namespace Hubforge.Missions.Publishing;

[JsonSourceGenerationOptions(
    WriteIndented = true,
    NewLine = "\n",
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(PushReceipt))]
internal sealed partial class PushJson : JsonSerializerContext;
