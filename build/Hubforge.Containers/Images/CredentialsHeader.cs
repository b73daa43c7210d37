using System.Text.Json.Serialization;

namespace Hubforge.Containers.Images;

/// <summary>The content of <c>X-Registry-Auth</c>.</summary>
internal sealed record CredentialsHeader(
    [property: JsonPropertyName("username")] string? UserName,
    [property: JsonPropertyName("password")] string? Password,
    [property: JsonPropertyName("identitytoken")] string? IdentityToken,
    [property: JsonPropertyName("serveraddress")] string? ServerAddress
);
