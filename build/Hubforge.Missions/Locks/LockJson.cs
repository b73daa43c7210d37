using System.Text.Json.Serialization;

namespace Hubforge.Missions.Locks;

[JsonSourceGenerationOptions(
    WriteIndented = true,
    NewLine = "\n",
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(LockManifest))]
internal sealed partial class LockJson : JsonSerializerContext;
