using System.Text.Json.Serialization;

namespace Hubforge.Containers.Engine;

/// <summary>One entry of <c>auths</c>.</summary>
internal sealed record RegistryLogin(
    [property: JsonPropertyName("auth")] string? Encoded,
    [property: JsonPropertyName("username")] string? UserName,
    [property: JsonPropertyName("password")] string? Password,
    [property: JsonPropertyName("identitytoken")] string? IdentityToken
);
