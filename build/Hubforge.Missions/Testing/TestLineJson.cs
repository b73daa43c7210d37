using System.Text.Json.Serialization;

namespace Hubforge.Missions.Testing;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(TestCaseResult))]
internal sealed partial class TestLineJson : JsonSerializerContext;
