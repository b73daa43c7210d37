using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hubforge.Primitives;

namespace Hubforge.Containers.Engine;

/// <summary>The stored description of a docker context (<c>~/.docker/contexts/meta/DIGEST/meta.json</c>).</summary>
internal sealed record DockerContext(
    string? Name,
    IReadOnlyDictionary<string, DockerContextEndpoint>? Endpoints
)
{
    /// <summary>Returns the address of a context; null when there is no context of that name or it names no engine.</summary>
    public static EngineAddress? FindAddress(AbsolutePath configuration, string name)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        var file = configuration / "contexts/meta" / id / "meta.json";
        if (!file.FileExists)
        {
            return null;
        }

        var certificates = configuration / "contexts/tls" / id / "docker";
        return EngineAddress.TryParse(Read(file)?.Host, out var address)
            ? address with
            {
                CertificateDirectory = (certificates / "key.pem").FileExists ? certificates : null,
            }
            : null;
    }

    /// <summary>Returns the names of all contexts.</summary>
    public static IReadOnlyList<string> ListNames(AbsolutePath configuration)
    {
        var folder = configuration / "contexts/meta";
        return folder.DirectoryExists
            ?
            [
                .. Directory
                    .EnumerateFiles(folder, "meta.json", SearchOption.AllDirectories)
                    .Select(file => Parse(AbsolutePath.Parse(file))?.Name)
                    .OfType<string>()
                    .Order(StringComparer.Ordinal),
            ]
            : [];
    }

    private static DockerContextEndpoint? Read(AbsolutePath file) =>
        Parse(file)?.Endpoints?.GetValueOrDefault("docker");

    private static DockerContext? Parse(AbsolutePath file)
    {
        try
        {
            return JsonSerializer.Deserialize(
                File.ReadAllBytes(file),
                ConfigurationJson.Default.DockerContext
            );
        }
        catch (Exception failure)
            when (failure is JsonException or UnauthorizedAccessException or IOException)
        {
            throw new DockerConfigurationException(file, failure.Message);
        }
    }
}
