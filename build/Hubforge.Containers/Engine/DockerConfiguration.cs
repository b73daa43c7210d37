using System.Text.Json;
using System.Text.Json.Serialization;
using Hubforge.Primitives;

namespace Hubforge.Containers.Engine;

/// <summary>The docker client's <c>config.json</c>, as far as it matters here.</summary>
internal sealed record DockerConfiguration
{
    [JsonPropertyName("currentContext")]
    public string? CurrentContext { get; init; }

    [JsonPropertyName("credsStore")]
    public string? CredentialStore { get; init; }

    [JsonPropertyName("credHelpers")]
    public IReadOnlyDictionary<string, string>? CredentialHelpers { get; init; }

    [JsonPropertyName("auths")]
    public IReadOnlyDictionary<string, RegistryLogin>? Logins { get; init; }

    /// <summary>Reads the file; an absent one is empty.</summary>
    /// <exception cref="DockerConfigurationException">It is not valid JSON.</exception>
    public static DockerConfiguration Read(AbsolutePath? folder)
    {
        var file = folder is null ? null : folder / "config.json";
        if (file is null || !file.FileExists)
        {
            return new DockerConfiguration();
        }

        try
        {
            return JsonSerializer.Deserialize(
                    File.ReadAllBytes(file),
                    ConfigurationJson.Default.DockerConfiguration
                ) ?? new DockerConfiguration();
        }
        catch (Exception failure)
            when (failure is JsonException or UnauthorizedAccessException or IOException)
        {
            throw new DockerConfigurationException(file, failure.Message);
        }
    }
}
