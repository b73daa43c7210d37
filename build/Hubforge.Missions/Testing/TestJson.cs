using System.Text.Json.Serialization;

namespace Hubforge.Missions.Testing;

[JsonSourceGenerationOptions(
    WriteIndented = true,
    NewLine = "\n",
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(TestReport))]
internal sealed partial class TestJson : JsonSerializerContext;
