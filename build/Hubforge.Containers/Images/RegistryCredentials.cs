using System.Text;
using System.Text.Json;
using Hubforge.Containers.Engine;
using Hubforge.Primitives;

namespace Hubforge.Containers.Images;

/// <summary>Who logs in to a registry.</summary>
/// <param name="User">User name; <c>&lt;token&gt;</c> when <paramref name="Password"/> is an identity token.</param>
/// <param name="Password">Password or token.</param>
public sealed record RegistryCredentials(string User, Secret Password)
{
    private const string TokenUser = "<token>";

    internal string ToHeader(string? registry)
    {
        var header =
            User == TokenUser
                ? new CredentialsHeader(null, null, Password.Reveal(), registry)
                : new CredentialsHeader(User, Password.Reveal(), null, registry);
        var json = JsonSerializer.Serialize(header, EngineJson.Default.CredentialsHeader);
        return Convert
            .ToBase64String(Encoding.UTF8.GetBytes(json))
            .Replace('+', '-')
            .Replace('/', '_');
    }
}
